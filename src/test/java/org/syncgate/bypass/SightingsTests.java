package org.syncgate.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;

/** What one look shows that was not known before, from the Application alone. */
class SightingsTests {

    private static final String ONE = "2026-11-20T18:00:00Z";
    private static final String TWO = "2026-11-20T18:00:01Z";

    private final AnApp app = new AnApp(new ApplicationId("idfprod", "tap"));
    private final Baseline known = lookedAt();

    @Test
    void whatWasThereAlreadyIsNoNews() {
        assertThat(begun()).isEmpty();
        assertThat(Sightings.asked(app.live())).isEmpty();
        assertThat(Sightings.autoSync(known, app.touched().live())).isEmpty();
        assertThat(Glance.of(app.touched().live())).isEqualTo(known.glance());
    }

    @Test
    void aSyncUnderWayAndInTheHistoryIsOne() {
        app.asks("jsick").begins(ONE);
        Sighting running = begun().iterator().next();
        app.succeeds();

        assertThat(begun()).extracting(Sighting::evidence).containsExactly(running.evidence());
        assertThat(running.words()).isEqualTo("Argo CD began to sync it to bbbbbbb, as jsick asked.");
        assertThat(running.revisions()).containsExactly(AnApp.NEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Error", "Terminating", "Succeeded"})
    void whatNeverComesIntoTheHistoryIsSeenAllTheSame(String phase) {
        app.asks("jsick", "{revision: '" + AnApp.NEW + "', resources: [{kind: 'ConfigMap', name: 'a'}]}")
                .begins(ONE)
                .ends(phase);

        assertThat(begun())
                .extracting(Sighting::words)
                .containsExactly("Argo CD began to sync it to bbbbbbb, as jsick asked, some resources only.");
    }

    @Test
    void whatIsSeenInTheHistoryOnlyIsOneEach() {
        app.entry(ONE, "{username: 'jsick'}", AnApp.OLD).entry(TWO, "{automated: true}", AnApp.NEW);

        assertThat(begun())
                .extracting(Sighting::words)
                .containsExactly(
                        "Argo CD has synced it to aaaaaaa, as jsick asked.",
                        "Argo CD has synced it to bbbbbbb, as auto-sync asked.");
    }

    @Test
    void theNextSyncOfTheSameHandIsAnotherAndSoIsThatOfAnotherHandInTheSameSecond() {
        app.asks("jsick").begins(ONE).succeeds();
        Baseline first = lookedAt();
        app.asks("jsick").begins(TWO).succeeds();
        assertThat(Sightings.begun(first::knows, app.live())).hasSize(1);

        Baseline second = lookedAt();
        app.asks("afausti").begins(TWO);
        assertThat(Sightings.begun(second::knows, app.live()))
                .extracting(Sighting::by)
                .containsExactly("afausti");
    }

    @Test
    void whatIsAskedForIsKnownByItsHandUntilItBegins() {
        app.asks("jsick");
        Sighting asked = Sightings.asked(app.live()).orElseThrow();
        assertThat(asked.words()).isEqualTo("Argo CD was asked by jsick to sync it to bbbbbbb.");
        assertThat(begun()).isEmpty();

        app.begins(ONE);
        assertThat(Sightings.asked(app.live())).isEmpty();
        assertThat(begun()).extracting(Sighting::asked).containsExactly(java.util.Optional.of(asked.evidence()));
    }

    @Test
    void aDryRunIsSeenAndNotWorthAsking() {
        app.asks("jsick", "{dryRun: true}").begins(ONE);

        assertThat(begun()).singleElement().satisfies(seen -> {
            assertThat(seen.worthAsking()).isFalse();
            assertThat(seen.words()).contains("as a dry run, which changes nothing");
        });
    }

    @Test
    void whatSaysThatItIsOursIsToldToSaySo() {
        app.asksFor("r-23456789", 1, AnApp.NEW).begins(ONE);

        assertThat(begun())
                .extracting(Sighting::by, Sighting::words)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "somebody",
                        "Argo CD began to sync it to bbbbbbb, as somebody asked. It says that it belongs to request"
                                + " r-23456789, which was not granted that."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{prune: true}", "{enabled: true}"})
    void autoSyncIsSeenWhenItIsSwitchedOnAndAtTheFirstLook(String automated) {
        app.autoSync(automated);

        assertThat(Sightings.autoSync(known, app.live()))
                .get()
                .extracting(Sighting::words)
                .asString()
                .startsWith("Auto-sync was switched on: ");
        assertThat(Sightings.autoSync(Baseline.atFirstSight(app.live()), app.live()))
                .get()
                .extracting(Sighting::words)
                .asString()
                .startsWith("Auto-sync is on: ");
        assertThat(Sightings.autoSync(lookedAt(), app.live())).isEmpty();
    }

    @Test
    void autoSyncThatIsSwitchedOffIsNone() {
        app.autoSync("{enabled: false, selfHeal: true}");

        assertThat(Sightings.autoSync(known, app.live())).isEmpty();
    }

    @Test
    void onlyWhatAutoSyncDoesWhileItIsOnFollowsFromIt() {
        app.asksItself().begins(ONE);
        assertThat(begun()).extracting(Sighting::automatic).containsExactly(false);

        app.autoSync("{}");
        assertThat(begun()).extracting(Sighting::automatic).containsExactly(true);
    }

    @Test
    void aSpecThatIsNotWhatAnOpenRequestAgreedOnIsSeenOnceForEachChange() {
        DeploymentRequest request = ARequest.waiting(ARequest.agreement(app.live()));
        assertThat(Sightings.changed(request, app.live())).isEmpty();

        Sighting first = Sightings.changed(request, app.branch("v2").live()).orElseThrow();
        assertThat(first.words())
                .isEqualTo(
                        "Changed in its spec while r-23456789 was open, which agreed on something else: the source.");
        assertThat(Sightings.changed(request, app.touched().live())
                        .orElseThrow()
                        .evidence())
                .isEqualTo(first.evidence());
        assertThat(Sightings.changed(request, app.branch("v3").live())
                        .orElseThrow()
                        .evidence())
                .isNotEqualTo(first.evidence());
    }

    @Test
    void whateverMattersHereMakesAnotherGlance() {
        List<LiveApplication> looks = List.of(
                app.live(),
                app.asks("jsick").live(),
                app.begins(ONE).live(),
                app.succeeds().live(),
                app.asks("jsick").live(),
                app.begins(TWO).live(),
                app.autoSync("{}").live(),
                app.branch("v2").live(),
                app.recreated(TWO).live());

        assertThat(looks).extracting(Glance::of).doesNotHaveDuplicates();
    }

    private Baseline lookedAt() {
        return Baseline.atFirstSight(app.live()).movedTo(app.live());
    }

    private Collection<Sighting> begun() {
        return Sightings.begun(known::knows, app.live());
    }
}
