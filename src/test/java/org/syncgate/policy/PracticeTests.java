package org.syncgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.syncgate.model.Cell;
import org.syncgate.model.Disruption;
import org.syncgate.model.Formality;
import org.syncgate.model.Practice;
import org.syncgate.model.Tier;

/** The chart of SQR-056 (2021), cell by cell, on the decision engine alone. */
class PracticeTests {

    private static final String ANY = "none/expected/extended";

    private static final Policy POLICY = policy("bpmn/deployment-practice.dmn");

    /** Words between slashes share a line. Only the Science Platform's rows tell deployments apart: x is any other one. */
    private static final String CHART = """
            service           | deployment                     | tier  | disruption    | path                     | notice | channels                                   | approvals          | window | with
            science-platform  | science                        | bleed | any           | automatic                | PT0S   |                                            |                    | false  |
            science-platform  | science                        | dev   | any           | at-will                  | PT0S   |                                            |                    | false  |
            science-platform  | science                        | int   | any           | courtesy-notice          | PT1H   | #rsp-team                                  |                    | false  |
            science-platform  | science                        | prod  | none/expected | release-manager-approval | PT24H  | #rsp-team                                  | release-managers:1 | false  |
            science-platform  | telescope                      | bleed | any           | not-applicable           |        |                                            |                    |        |
            science-platform  | telescope                      | dev   | any           | at-will                  | PT0S   |                                            |                    | false  |
            science-platform  | telescope                      | int   | any           | maintenance-window       | PT24H  | #com-square                                |                    | true   |
            science-platform  | telescope                      | prod  | none/expected | maintenance-window       | PT24H  | #com-square #summit-testing-announcements  |                    | true   |
            efd               | telescope/science/roundtable/x | bleed | any           | not-applicable           |        |                                            |                    |        |
            efd               | telescope/science/roundtable/x | dev   | any           | at-will                  | PT0S   |                                            |                    | false  |
            efd               | telescope/science/roundtable/x | int   | any           | maintenance-window       | PT24H  | #com-square                                |                    | true   |
            efd               | telescope/science/roundtable/x | prod  | none/expected | maintenance-window       | PT24H  | #com-square #summit-testing-announcements  |                    | true   |
            roundtable/squash | roundtable/science/x           | bleed | any           | not-applicable           |        |                                            |                    |        |
            roundtable/squash | roundtable/science/x           | dev   | any           | at-will                  | PT0S   |                                            |                    | false  |
            roundtable/squash | roundtable/science/x           | int   | any           | at-will                  | PT0S   |                                            |                    | false  |
            roundtable/squash | roundtable/science/x           | prod  | none          | at-will                  | PT0S   |                                            |                    | false  |
            roundtable/squash | roundtable/science/x           | prod  | expected      | maintenance-window       | PT24H  | service                                    |                    | true   |
            community         | community/x                    | bleed | any           | not-applicable           |        |                                            |                    |        |
            community         | community/x                    | dev   | any           | not-applicable           |        |                                            |                    |        |
            community         | community/x                    | int   | any           | not-applicable           |        |                                            |                    |        |
            community         | community/x                    | prod  | none          | maintenance-window       | PT24H  | #rubinobs-forum-team                       |                    | true   |
            community         | community/x                    | prod  | expected      | out-of-hours             | PT24H  | #rubinobs-forum-team                       |                    | false  | forum-team
            science-platform  | science/telescope              | prod  | extended      | out-of-hours             | P7D    | service                                    |                    | false  | service
            efd               | telescope/science/roundtable/x | prod  | extended      | out-of-hours             | P7D    | service                                    |                    | false  | service
            roundtable/squash | roundtable/science/x           | prod  | extended      | out-of-hours             | P7D    | service                                    |                    | false  | service
            community         | community/x                    | prod  | extended      | out-of-hours             | P7D    | service                                    |                    | false  | service
            """;

    /** The services that the chart does not name, by the point on the axis of formality. */
    private static final String OTHERS = """
            formality             | path                     | notice | channels | approvals
            continuous-deployment | at-will                  | PT0S   |          |
            team-consensus        | team-consensus           | PT0S   | service  | developers:2
            release-manager       | release-manager-approval | PT24H  | service  | release-managers:1
            change-board          | change-board             | PT24H  | service  | release-managers:1, coordinators:1, developers:1
            """;

    @TestFactory
    Stream<DynamicTest> everyCellOfTheChartIsAnsweredAsItSays() {
        return CHART.lines()
                .skip(1)
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .flatMap(line -> cells(line)
                        .map(cell -> DynamicTest.dynamicTest(
                                cell.words() + ", " + cell.disruption().text(),
                                () -> assertThat(brief(POLICY.ask(cell)))
                                        .as("%s", cell)
                                        .isEqualTo(expected(line)))));
    }

    @TestFactory
    Stream<DynamicTest> aServiceThatTheChartDoesNotNameIsAnsweredByItsFormalityAndDowntimeOfProductionAsForAllOthers() {
        return OTHERS.lines()
                .skip(1)
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .flatMap(line -> others(Formality.of(line.get(0)).orElseThrow())
                        .map(cell -> DynamicTest.dynamicTest(
                                cell.words() + ", " + cell.disruption().text() + ", " + line.get(0),
                                () -> assertThat(brief(POLICY.ask(cell)))
                                        .as("%s", cell)
                                        .isEqualTo(
                                                cell.tier() == Tier.PROD && cell.disruption() == Disruption.EXTENDED
                                                        ? "out-of-hours PT168H [service] [] false [service]"
                                                        : "%s %s [%s] [%s] false []"
                                                                .formatted(
                                                                        line.get(1),
                                                                        Duration.parse(line.get(2)),
                                                                        line.get(3),
                                                                        line.get(4))))));
    }

    private static Stream<Cell> others(Formality formality) {
        return Stream.of("science", "telescope", "x")
                .flatMap(deployment -> Arrays.stream(Tier.values())
                        .flatMap(tier -> Arrays.stream(Disruption.values())
                                .map(disruption ->
                                        new Cell(Cell.OTHER, deployment, tier, disruption, Optional.of(formality)))));
    }

    @ParameterizedTest
    @CsvSource({
        "science-platform, false",
        "efd, false",
        "roundtable, false",
        "squash, false",
        "community, false",
        "observing-tools, true",
        "other, true"
    })
    void whatTheChartDoesNotNameIsLeftToTheHeuristics(String service, boolean left) {
        assertThat(POLICY.leavesToHeuristics(service)).isEqualTo(left);
    }

    @Test
    void anEditionWithoutTheColumnLeavesNothingToTheHeuristics() {
        Policy next = policy("practice/another-edition.dmn");
        assertThat(next.leavesToHeuristics("observing-tools")).isFalse();
        assertThat(next.leavesToHeuristics("other")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "other, science, INT",
        "other, roundtable, DEV",
        "science-platform, partner, DEV",
        "science-platform, partner, PROD",
        "science-platform, roundtable, PROD",
        "science-platform, community, BLEED",
        "unheard-of, science, PROD",
    })
    void whatTheChartDoesNotNameIsUnknownWhateverTheDisruption(String service, String deployment, Tier tier) {
        for (Disruption disruption : Disruption.values()) {
            Cell cell = new Cell(service, deployment, tier, disruption);
            assertThat(POLICY.ask(cell)).isEqualTo(new Answer.Unknown(cell));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    science-platform | science   | BLEED | NONE     | Automatic
                    science-platform | science   | DEV   | NONE     | Developer-at-will, no heads-up required
                    science-platform | science   | INT   | NONE     | #rsp-team channel announcement, courtesy 1hr notice
                    science-platform | science   | PROD  | NONE     | Release manager has to okay on #rsp-team, 24 hour notice minimum
                    science-platform | telescope | INT   | NONE     | #com-square notice, in maintenance window [edition's choice: 24 hours' notice]
                    efd              | telescope | PROD  | NONE     | #com-square notice, #summit-testing-announcements notice, in maintenance window [edition's choice: 24 hours' notice]
                    squash           | science   | PROD  | NONE     | Otherwise [no service disruption expected] at-will.
                    roundtable       | roundtable| PROD  | EXPECTED | If service disruption is expected, in maintenance window, notice in relevant service channels (dm-docs, etc). [edition's choice: 24 hours' notice]
                    community        | community | PROD  | EXPECTED | If service disruption is expected, out-of-hours in co-ordination with #rubinobs-forum-team. [edition's choice: 24 hours' notice]
                    """, quoteCharacter = '`')
    void anAnswerCarriesTheCellsOwnWords(
            String service, String deployment, Tier tier, Disruption disruption, String words) {
        assertThat(practice(POLICY, new Cell(service, deployment, tier, disruption))
                        .words())
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"community, community, INT", "efd, telescope, BLEED"})
    void whatTheChartCallsNotApplicableIsSoInItsOwnWords(String service, String deployment, Tier tier) {
        Cell cell = new Cell(service, deployment, tier, Disruption.NONE);
        assertThat(POLICY.ask(cell)).isEqualTo(new Answer.NotApplicable(cell, "N/A"));
    }

    @Test
    void anotherEditionAnswersWithItsOwnFiguresRowsAndName() {
        Policy next = policy("practice/another-edition.dmn");
        assertThat(next.edition()).matches("SQR-056 \\(another\\), [0-9a-f]{8}");
        Practice prod = practice(next, new Cell("science-platform", "science", Tier.PROD, Disruption.NONE));
        assertThat(brief(new Answer.Settled(prod)))
                .isEqualTo("change-board PT48H [#rsp-team, #com-square] [release-managers:2, coordinators:1] false []");
        assertThat(prod.edition()).isEqualTo(next.edition());
        assertThat(practice(next, new Cell("alerts", "partner", Tier.DEV, Disruption.EXTENDED))
                        .minimumNotice())
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void twoComputedConditionsThatMeetForAWordNobodyCouldForeseeAreUnknown() {
        Policy computed = policy("practice/computed-conditions.dmn");
        Cell met = new Cell("efd", "a-deployment-of-more-than-twenty-characters", Tier.DEV, Disruption.NONE);
        assertThat(computed.ask(met)).isEqualTo(new Answer.Unknown(met));
        assertThat(computed.ask(new Cell("efd", "short", Tier.DEV, Disruption.NONE)))
                .isInstanceOf(Answer.Settled.class);
    }

    private static Policy policy(String file) {
        return new DecisionTablePolicy(new PracticeProperties(new ClassPathResource(file)));
    }

    private static Practice practice(Policy policy, Cell cell) {
        assertThat(policy.ask(cell)).isInstanceOf(Answer.Settled.class);
        return ((Answer.Settled) policy.ask(cell)).practice();
    }

    private static Stream<Cell> cells(List<String> line) {
        return words(line.get(0))
                .flatMap(service -> words(line.get(1))
                        .flatMap(deployment -> words(line.get(3).equals("any") ? ANY : line.get(3))
                                .map(disruption -> new Cell(
                                        service,
                                        deployment,
                                        Tier.of(line.get(2)).orElseThrow(),
                                        Disruption.of(disruption).orElseThrow()))));
    }

    private static Stream<String> words(String column) {
        return Arrays.stream(column.split("/"));
    }

    private static String expected(List<String> line) {
        return line.get(4).equals("not-applicable")
                ? "not-applicable"
                : "%s %s [%s] [%s] %s [%s]"
                        .formatted(
                                line.get(4),
                                Duration.parse(line.get(5)),
                                line.get(6).replace(" ", ", "),
                                line.get(7),
                                line.get(8),
                                line.get(9));
    }

    private static String brief(Answer answer) {
        if (answer instanceof Answer.Settled settled) {
            Practice practice = settled.practice();
            return "%s %s %s %s %s %s"
                    .formatted(
                            practice.path().text(),
                            practice.minimumNotice(),
                            practice.channels(),
                            practice.approvals(),
                            practice.window(),
                            practice.coordinateWith());
        }
        return answer instanceof Answer.NotApplicable ? "not-applicable" : "unknown";
    }
}
