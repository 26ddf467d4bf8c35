package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.web.context.request.async.DeferredResult;
import org.syncgate.model.RequestId;
import org.syncgate.request.RequestMoved;

class EndWaitsTests {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final RequestId id = RequestId.random();
    private final ApiRequests requests = mock(ApiRequests.class);
    private final ApiRequest ended = mock(ApiRequest.class);
    private final List<Runnable> later = new ArrayList<>();
    private final EndWaits waits = new EndWaits(requests, later::add);

    @Test
    void oneMoveIsLookedAtOnceHoweverManyWaitForIt() {
        List<DeferredResult<ApiRequest>> calls = Stream.generate(() -> waits.end("ci", id, A_MINUTE))
                .limit(EndWaits.MOST_OF_ONE)
                .toList();
        clearInvocations(requests);
        when(requests.ifOver(id)).thenReturn(Optional.of(ended));

        waits.on(new RequestMoved(id));

        assertThat(later).hasSize(1);
        assertThat(calls).noneMatch(DeferredResult::hasResult);
        later.get(0).run();
        verify(requests, times(1)).ifOver(id);
        assertThat(calls).allSatisfy(call -> assertThat(call.getResult()).isSameAs(ended));
    }

    @Test
    void whatNobodyWaitsForIsNotLookedAt() {
        waits.on(new RequestMoved(id));

        assertThat(later).isEmpty();
        verifyNoInteractions(requests);
    }

    @Test
    void aMoveThatIsNoEndAnswersNobody() {
        DeferredResult<ApiRequest> call = waits.end("ci", id, A_MINUTE);

        waits.on(new RequestMoved(id));
        later.get(0).run();

        assertThat(call.hasResult()).isFalse();
    }

    @Test
    void whatCannotBeReadJustNowIsAnsweredLater() {
        DeferredResult<ApiRequest> call = waits.end("ci", id, A_MINUTE);
        when(requests.ifOver(id)).thenThrow(new TransientDataAccessResourceException("no connection"));

        waits.on(new RequestMoved(id));
        later.get(0).run();

        assertThat(call.hasResult()).isFalse();
    }

    @Test
    void onePlaceTooManyIsRefusedAndSaysWhenToComeAgain() {
        for (int taken = 0; taken < EndWaits.MOST_OF_ONE; taken++) {
            waits.end("ci", id, A_MINUTE);
        }

        assertThatThrownBy(() -> waits.end("ci", id, A_MINUTE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(10)));
    }
}
