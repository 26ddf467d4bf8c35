package org.syncgate.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.syncgate.window.AFreeze.clusters;
import static org.syncgate.window.AFreeze.everythingIs;
import static org.syncgate.window.AFreeze.services;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.model.ApplicationId;

class FreezeTests {

    private static final Instant FROM = Instant.parse("2026-12-24T12:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-02T12:00:00Z");
    private static final ApplicationId TAP = new ApplicationId("summit", "tap");
    private static final ServiceLookup PLATFORM = everythingIs("science-platform", "efd", "other");

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T11:59:59.999Z, false, false",
        "2026-12-24T12:00:00Z, true, false",
        "2027-01-02T11:59:59.999Z, true, false",
        "2027-01-02T12:00:00Z, false, true"
    })
    void itShutsGatesFromItsFirstMomentUntilJustBeforeItsEnd(Instant now, boolean inForce, boolean over) {
        Freeze freeze = AFreeze.of(1, FROM, TO, FreezeScope.EVERYTHING);

        assertThat(freeze.isInForce(now)).isEqualTo(inForce);
        assertThat(freeze.isOver(now)).isEqualTo(over);
    }

    @Test
    void whatIsLiftedShutsNothingAnyMoreAndWhatIsCalledOffNeverDoes() {
        Freeze set = AFreeze.of(1, FROM, TO, FreezeScope.EVERYTHING);
        Freeze lifted = new Freeze(
                set.id(), set.terms(), "eve", set.setAt(), Optional.of(new FreezeLift(FROM, "dan", AFreeze.REASON)));

        assertThat(lifted.isInForce(FROM)).isFalse();
        assertThat(lifted.isOver(FROM.minusSeconds(1))).isTrue();
    }

    @Test
    void itCoversTheServicesAndClustersThatItNamesAndAllWhereItNamesNone() {
        assertThat(FreezeScope.EVERYTHING.covers(TAP, PLATFORM)).isTrue();
        assertThat(services("science-platform").covers(TAP, PLATFORM)).isTrue();
        assertThat(services("efd", "science-platform").covers(TAP, PLATFORM)).isTrue();
        assertThat(services("efd").covers(TAP, PLATFORM)).isFalse();
        assertThat(clusters("summit").covers(TAP, PLATFORM)).isTrue();
        assertThat(clusters("base").covers(TAP, PLATFORM)).isFalse();
        assertThat(new FreezeScope(List.of("science-platform"), List.of("summit", "base")).covers(TAP, PLATFORM))
                .isTrue();
        assertThat(new FreezeScope(List.of("efd"), List.of("summit")).covers(TAP, PLATFORM))
                .isFalse();
        assertThat(new FreezeScope(List.of("science-platform"), List.of("base")).covers(TAP, PLATFORM))
                .isFalse();
    }

    @Test
    void aServiceThatIsConfiguredNoMoreCouldBeAnyOfThoseInItsClusters() {
        FreezeScope renamed = services("rsp");

        assertThat(renamed.covers(TAP, PLATFORM)).isTrue();
        assertThat(new FreezeScope(List.of("rsp", "efd"), List.of("summit")).covers(TAP, PLATFORM))
                .isTrue();
        assertThat(new FreezeScope(List.of("rsp"), List.of("base")).covers(TAP, PLATFORM))
                .isFalse();
    }

    @Test
    void whatItCoversIsSaidInWords() {
        assertThat(FreezeScope.EVERYTHING.words()).isEqualTo("everything");
        assertThat(services("squash", "efd", "efd").words()).isEqualTo("efd and squash in every cluster");
        assertThat(clusters("tucson-teststand", "summit", "base").words())
                .isEqualTo("every service in base, summit and tucson-teststand");
        assertThat(new FreezeScope(List.of("efd"), List.of("summit")).words()).isEqualTo("efd in summit");
    }

    @Test
    void aFreezeThatEndsWhenItBeginsOrBeforeIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FreezeTerms(FROM, FROM, FreezeScope.EVERYTHING, AFreeze.REASON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FreezeTerms(TO, FROM, FreezeScope.EVERYTHING, AFreeze.REASON));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 2_001})
    void nobodySetsAFreezeWithoutAReasonOfPermittedLength(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FreezeTerms(FROM, TO, FreezeScope.EVERYTHING, "🚀".repeat(length)));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 2_000})
    void aReasonIsCountedInCharactersThatPeopleSee(int length) {
        assertThatNoException()
                .isThrownBy(() -> new FreezeTerms(FROM, TO, FreezeScope.EVERYTHING, "🚀".repeat(length)));
    }
}
