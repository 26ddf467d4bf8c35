package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.Quorum;
import org.syncgate.request.ARequest;

class PracticeHoldsTests {

    private static final Duration DAY = Duration.ofDays(1);
    private static final List<String> CHANNELS = List.of("#rsp-team");
    private static final List<Quorum> QUORUM = List.of(new Quorum("release-managers", 1));

    /** Each path, where its practice asks for notice and approval, and where it asks for nothing. */
    @ParameterizedTest
    @CsvSource({
        "AUTOMATIC, false, false",
        "AT_WILL, false, true",
        "COURTESY_NOTICE, true, true",
        "RELEASE_MANAGER_APPROVAL, true, false",
        "OUT_OF_HOURS, true, true",
        "TEAM_CONSENSUS, true, false",
        "CHANGE_BOARD, true, false",
        "NOT_APPLICABLE, false, false"
    })
    void aPathHoldsWhereAllThatItAsksForCanBeProved(Path path, boolean askingForBoth, boolean askingForNothing) {
        assertThat(refusals(new Practice("1", path, DAY, CHANNELS, QUORUM, false, List.of(), "…"))
                        .isEmpty())
                .isEqualTo(askingForBoth);
        assertThat(refusals(new Practice("1", path, Duration.ZERO, List.of(), List.of(), false, List.of(), "…"))
                        .isEmpty())
                .isEqualTo(askingForNothing);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OUT_OF_HOURS", "MAINTENANCE_WINDOW"})
    void onNoOtherPathCanAWindowOrCoordinationBeProved(Path path) {
        Refusal refusal = Refusal.ends("The practice asks for more than the gate can prove: " + path.words() + ".");

        assertThat(refusals(new Practice("1", path, DAY, CHANNELS, QUORUM, true, List.of(), "…")))
                .containsExactly(refusal);
        assertThat(refusals(new Practice("1", path, DAY, CHANNELS, QUORUM, false, List.of("forum-team"), "…")))
                .containsExactly(refusal);
    }

    @Test
    void theWindowPathNeedsAWindowAndNobodyToCoordinateWith() {
        assertThat(refusals(window(true))).isEmpty();
        assertThat(refusals(window(false))).hasSize(1);
        assertThat(refusals(window(true, "forum-team"))).hasSize(1);
    }

    private static Practice window(boolean window, String... coordinateWith) {
        return new Practice("1", Path.MAINTENANCE_WINDOW, DAY, CHANNELS, QUORUM, window, List.of(coordinateWith), "…");
    }

    @Test
    void outOfHoursCoordinationCanBeProvedAndAWindowCannot() {
        assertThat(refusals(new Practice(
                        "1", Path.OUT_OF_HOURS, DAY, CHANNELS, List.of(), false, List.of("forum-team"), "…")))
                .isEmpty();
        assertThat(refusals(new Practice(
                        "1", Path.OUT_OF_HOURS, DAY, CHANNELS, List.of(), true, List.of("forum-team"), "…")))
                .containsExactly(Refusal.ends(
                        "The practice asks for more than the gate can prove: " + Path.OUT_OF_HOURS.words() + "."));
    }

    static Stream<Arguments> wishesAtWill() {
        return Stream.of(
                arguments("notice", new Practice("1", Path.AT_WILL, DAY, List.of(), List.of(), false, List.of(), "…")),
                arguments(
                        "a channel",
                        new Practice("1", Path.AT_WILL, Duration.ZERO, CHANNELS, List.of(), false, List.of(), "…")),
                arguments(
                        "an approval",
                        new Practice("1", Path.AT_WILL, Duration.ZERO, List.of(), QUORUM, false, List.of(), "…")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wishesAtWill")
    void whatAsksForSomethingIsNotAtWill(String name, Practice practice) {
        assertThat(refusals(practice)).hasSize(1);
    }

    @Test
    void anApprovalByNobodyIsNone() {
        assertThat(refusals(ARequest.practice(Path.CHANGE_BOARD, DAY, CHANNELS)))
                .containsExactly(Refusal.ends(
                        "The practice names nobody who approves, though its path is change control board."));
    }

    private static List<Refusal> refusals(Practice practice) {
        Agreement agreement = new Agreement(new ApplicationId("idfprod", "tap"), List.of("a"), List.of("b"), "{}");
        return new PracticeHolds()
                .refusals(ARequest.waiting(agreement, practice), new Reading.Missing())
                .toList();
    }
}
