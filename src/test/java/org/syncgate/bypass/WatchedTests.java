package org.syncgate.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.ApplicationId;

/** What is kept of what a watch shows until it can be looked at: no more than is needed, and no less. */
class WatchedTests {

    private static final String PART = "{revision: '" + AnApp.NEW + "', resources: [{kind: 'Job'}]}";

    private final AnApp app = new AnApp(new ApplicationId("idfprod", "tap"));
    private final LiveApplication first = app.live();

    @Test
    void whatDiffersInNothingThatMattersIsTheSame() {
        Watched watched = Watched.of(first);

        assertThat(watched.then(app.touched().live())).isSameAs(watched);
        assertThat(watched.isOneLook()).isTrue();
    }

    @Test
    void theFirstAndTheNewestStayAndWhatALaterOneShowsGoes() {
        Watched watched = Watched.of(first);
        for (int minute = 10; minute < 60; minute++) {
            watched = watched.then(app.asks("jsick").live())
                    .then(app.begins("2026-11-20T18:%d:00Z".formatted(minute)).live())
                    .then(app.succeeds().live());
        }

        assertThat(watched.looks()).containsExactly(first, watched.newest());
        assertThat(Glance.of(watched.newest())).isEqualTo(Glance.of(app.live()));
    }

    @Test
    void whatAnotherOperationTookThePlaceOfStays() {
        LiveApplication failed =
                app.asks("jsick", PART).begins("2026-11-20T18:00:00Z").live();
        LiveApplication next = app.asks("afausti").live();

        assertThat(Watched.of(first).then(failed).then(next).looks()).containsExactly(first, failed, next);
    }

    @Test
    void whatTheApplicationOfTheSameNameShowedStays() {
        LiveApplication old = app.entry("2026-11-20T18:00:00Z", "{username: 'jsick'}", AnApp.OLD)
                .live();
        LiveApplication anew = app.recreated("2026-11-20T19:00:00Z").live();

        assertThat(Watched.of(first).then(old).then(anew).looks()).containsExactly(first, old, anew);
    }

    @Test
    void moreThanTheMostForgetsTheOldestButTheFirst() {
        Watched watched = Watched.of(first);
        for (int minute = 10; minute < 10 + 2 * Watched.MOST; minute++) {
            watched = watched.then(app.asks("jsick", PART)
                    .begins("2026-11-20T18:%d:00Z".formatted(minute))
                    .live());
        }

        assertThat(watched.looks()).hasSize(Watched.MOST).startsWith(first);
        assertThat(Glance.of(watched.newest())).isEqualTo(Glance.of(app.live()));
    }
}
