package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.RequestRecorded;

/** What is told where the words for it cannot be found. */
class FollowUpsTests {

    private static final String CHANNEL = "#rsp-team";

    private final WrittenNotices written = mock(WrittenNotices.class);
    private final NoticeTexts texts = mock(NoticeTexts.class);
    private final FollowUps followUps =
            new FollowUps(written, texts, new Deliveries(written, mock(RuntimeService.class)));
    private final DeploymentRequest request = ARequest.waiting(
            new Agreement(
                    new ApplicationId("idfprod", "gafaelfawr"), List.of("a".repeat(40)), List.of("b".repeat(40)), "{}"),
            ARequest.practice(Path.AT_WILL, Duration.ZERO, List.of(CHANNEL)));

    @Test
    void aFaultInTheWordingStillTellsWhatHappenedInPlainWords() {
        when(written.of(request.id())).thenReturn(List.of(announcement()));
        when(texts.text(any(), any(), anyString(), anyString())).thenThrow(new IllegalStateException("no template"));

        followUps.on(new RequestRecorded(request, Kind.SYNC_FAILED, Entry.SYNCGATE, "A hook\nfailed."));

        verify(written)
                .write(
                        request.id(),
                        1,
                        NoticeKind.FAILURE,
                        List.of(CHANNEL),
                        "idfprod/gafaelfawr aaaaaaa → bbbbbbb: Sync failed. A hook failed.");
    }

    @Test
    void aFaultOfTheDatabaseIsNotHidden() {
        when(written.of(request.id())).thenReturn(List.of(announcement()));
        when(texts.text(any(), any(), anyString(), anyString()))
                .thenThrow(new DataAccessResourceFailureException("gone"));

        assertThatThrownBy(() ->
                        followUps.on(new RequestRecorded(request, Kind.SYNC_FAILED, Entry.SYNCGATE, "A hook failed.")))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    private Notice announcement() {
        return new Notice(
                1,
                request.id(),
                1,
                NoticeKind.ANNOUNCEMENT,
                CHANNEL,
                "Deployment",
                Instant.EPOCH,
                0,
                Optional.of(Instant.EPOCH),
                Optional.of("1"),
                Optional.empty(),
                Optional.empty());
    }
}
