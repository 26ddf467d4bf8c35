package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncgate.access.People;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.notice.NoticeKind;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.GivenApprovals;
import org.syncgate.request.SaidTimes;
import org.syncgate.request.TimeTerms;
import org.syncgate.window.Windows;

/** Each kind of notice has a template that works: whoever tells of a request falls back to plain words without a sound. */
class NoticeTemplatesTests {

    /** They are no request's, and {@link FreezeTextsTests} has them. */
    private static final String NOT_ABOUT_A_REQUEST =
            "FREEZE.*|BYPASS.*|WINDOW_.*|WORK_.*|COORDINATION|COORDINATORS_WORD";

    private static final ApplicationId APPLICATION = new ApplicationId("idfprod", "gafaelfawr");
    private static final String LINK = "Request: https://syncgate.example.org/requests/" + ARequest.ID + "/task";

    private final ArgoCd argoCd = mock(ArgoCd.class);
    private final Catalog catalog = mock(Catalog.class);
    private final People people = mock(People.class);
    private final DeploymentRequest request = ARequest.waiting(
            new Agreement(APPLICATION, List.of("a".repeat(40)), List.of("b".repeat(40)), "{}"),
            ARequest.practice(
                    Path.RELEASE_MANAGER_APPROVAL, Duration.ofHours(24), List.of("#rsp-team"), "release-managers:1"));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = NOT_ABOUT_A_REQUEST)
    void itNamesWhatItIsAboutAndWhereToLook(NoticeKind kind) {
        String text = text(kind, "A hook failed.\n\nSee the log");

        assertThat(text.lines().findFirst().orElseThrow())
                .contains("idfprod/gafaelfawr")
                .contains("aaaaaaa → bbbbbbb");
        assertThat(text).contains("\nAsked for by Ada").doesNotContain("[", "${", "null", "\n\n");
        assertThat(text.lines().filter(String::isBlank)).isEmpty();
        assertThat(text.lines()).endsWith(LINK);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRY", "WITHDRAWAL"})
    void whatEndsAfterASyncHadBegunIsNotSaidToStayUndeployed(NoticeKind kind) {
        DeploymentRequest failed = request.grant("4711", 3, ARequest.OPENED);
        failed = failed.followed(failed.currentAttempt().started(ARequest.OPENED), "At it.")
                .fail("It is degraded.", ARequest.OPENED);

        assertThat(text(kind, request, "")).contains("it will not be deployed").doesNotContain("had begun");
        assertThat(text(kind, failed, ""))
                .contains("a sync had begun", "Argo CD knows what is deployed")
                .doesNotContain("will not be deployed");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = NOT_ABOUT_A_REQUEST)
    void itLinksToArgoCdWhereThatHasAPage(NoticeKind kind) {
        when(catalog.page(APPLICATION)).thenReturn(Optional.of(URI.create("https://argo-cd.example.org/gafaelfawr")));

        assertThat(text(kind, "").lines()).endsWith(LINK, "Argo CD: https://argo-cd.example.org/gafaelfawr");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"ANNOUNCEMENT", NOT_ABOUT_A_REQUEST})
    void itSaysWhyInOneLineAndLeavesNoGapWhereNothingIsToBeSaid(NoticeKind kind) {
        assertThat(text(kind, "A hook failed.\n\nSee the log").lines()).contains("A hook failed. See the log");
        assertThat(text(kind, "")).doesNotContain("\n\n", "[");
    }

    private String text(NoticeKind kind, String why) {
        return text(kind, request, why);
    }

    private String text(NoticeKind kind, DeploymentRequest about, String why) {
        when(people.nameOf("ada")).thenReturn("Ada");
        when(people.nameOf("ben")).thenReturn("Ben");
        return new NoticeTexts(
                        argoCd,
                        catalog,
                        people,
                        GivenApprovals.of(),
                        new PublicUrl(URI.create("https://syncgate.example.org")),
                        new WhenWords(
                                new SaidTimes(),
                                new TimeTerms(Duration.ofHours(2), Duration.ofHours(1)),
                                mock(Windows.class),
                                mock(WindowWords.class),
                                Clock.fixed(ARequest.OPENED, ZoneOffset.UTC)))
                .text(kind, about, "ben", why);
    }
}
