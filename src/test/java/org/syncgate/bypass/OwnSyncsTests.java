package org.syncgate.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.Grant;

/** Which sync is ours is a matter of the grant for it, and not of what it says. */
class OwnSyncsTests {

    private static final String ID = "r-23456789";
    private static final String ONE = "2026-11-20T18:00:00Z";
    private static final String TWO = "2026-11-20T18:05:00Z";
    private static final Instant GRANTED = Instant.parse("2026-11-20T17:59:58Z");
    private static final ApplicationId TAP = new ApplicationId("idfprod", "tap");

    private final AnApp app = new AnApp(TAP);
    private final String spec = app.live().spec();

    @Test
    void whatWasGrantedIsOursFromBeforeItBeginsToItsPlaceInTheHistory() {
        OwnSyncs ours = granted(grant(1, Optional.empty()));

        assertThat(isAskedOurs(ours, app.asksFor(ID, 1, AnApp.NEW).live())).isTrue();
        assertThat(isBegunOurs(ours, app.begins(ONE).live())).isTrue();
        assertThat(isDoneOurs(ours, app.succeeds().live())).isTrue();
    }

    @Test
    void withoutAGrantForThatApplicationAttemptAndRevisionItIsNot() {
        LiveApplication asked = app.asksFor(ID, 1, AnApp.NEW).live();

        assertThat(isAskedOurs(granted(), asked)).isFalse();
        assertThat(isAskedOurs(granted(grant(2, Optional.empty())), asked)).isFalse();
        assertThat(isAskedOurs(
                        granted(new Grant(
                                new ApplicationId("idfprod", "nublado"),
                                1,
                                3,
                                GRANTED,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(AnApp.NEW),
                                spec)),
                        asked))
                .isFalse();
        assertThat(isAskedOurs(
                        granted(grant(1, Optional.empty())),
                        app.asksFor(ID, 1, AnApp.OLD).live()))
                .isFalse();
        assertThat(isAskedOurs(
                        granted(grant(1, Optional.empty())),
                        app.asksFor("r-99999999", 1, AnApp.NEW).live()))
                .isFalse();
    }

    @Test
    void anotherSourceOrSomeResourcesOnlyWereNotGranted() {
        OwnSyncs ours = granted(grant(1, Optional.empty()));

        assertThat(isAskedOurs(ours, app.operation("""
                                {initiatedBy: {username: 'syncgate:r-23456789'},
                                 info: [{name: 'syncgate/request', value: 'r-23456789'},
                                        {name: 'syncgate/attempt', value: '1'}],
                                 sync: {revision: '%s', source: {repoURL: 'https://example.org/elsewhere.git'}}}
                                """.formatted(AnApp.NEW)).live()))
                .isFalse();
    }

    @Test
    void whatHasRunOnceDoesNotRunAgainUnderItsGrant() {
        OwnSyncs ours = granted(grant(1, Optional.of(Instant.parse(ONE))));

        assertThat(isBegunOurs(ours, app.asksFor(ID, 1, AnApp.NEW).begins(ONE).live()))
                .isTrue();
        assertThat(isBegunOurs(ours, app.begins(TWO).live())).isFalse();
    }

    @Test
    void inTheHistoryItIsOursOnlyAfterItsGrant() {
        LiveApplication live =
                app.asksFor(ID, 1, AnApp.NEW).begins(ONE).succeeds().live();

        assertThat(isDoneOurs(
                        granted(new Grant(
                                TAP, 1, 4, GRANTED, Optional.empty(), Optional.empty(), List.of(AnApp.NEW), spec)),
                        live))
                .isFalse();
        assertThat(isDoneOurs(granted(grant(2, Optional.empty())), live)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T17:57:00Z, false",
        "2026-11-20T17:58:30Z, true",
        "2026-11-20T18:00:30Z, true",
        "2026-11-20T18:02:30Z, true",
        "2026-11-20T18:03:30Z, false"
    })
    void aGrantThatCameToNothingCoversOnlyWhatBeganUnderItByClocksTwoMinutesApart(String startedAt, boolean ours) {
        Instant over = Instant.parse("2026-11-20T18:01:00Z");
        OwnSyncs lapsed =
                granted(new Grant(TAP, 1, 3, GRANTED, Optional.of(over), Optional.empty(), List.of(AnApp.NEW), spec));
        app.asksFor(ID, 1, AnApp.NEW).begins(startedAt);

        assertThat(isBegunOurs(lapsed, app.live())).isEqualTo(ours);
        assertThat(isDoneOurs(lapsed, app.succeeds().live())).isEqualTo(ours);
    }

    private Grant grant(int attempt, Optional<Instant> startedAt) {
        return new Grant(TAP, attempt, 3, GRANTED, Optional.empty(), startedAt, List.of(AnApp.NEW), spec);
    }

    private static OwnSyncs granted(Grant... grants) {
        return new OwnSyncs(id -> id.text().equals(ID) ? List.of(grants) : List.of());
    }

    private static boolean isAskedOurs(OwnSyncs ours, LiveApplication live) {
        return ours.contain(TAP, live.askedSync().orElseThrow());
    }

    private static boolean isBegunOurs(OwnSyncs ours, LiveApplication live) {
        return ours.contain(TAP, live.begunSync().orElseThrow());
    }

    private static boolean isDoneOurs(OwnSyncs ours, LiveApplication live) {
        return ours.contain(TAP, live.doneSyncs().get(live.doneSyncs().size() - 1));
    }
}
