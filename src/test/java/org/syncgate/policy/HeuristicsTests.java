package org.syncgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.syncgate.model.Change;
import org.syncgate.model.Factors;
import org.syncgate.model.Formality;
import org.syncgate.model.Impact;
import org.syncgate.model.Maturity;
import org.syncgate.model.Tier;
import org.syncgate.model.Userbase;
import org.syncgate.start.StartRefused;

/** The shipped heuristics, on the decision engine alone, over all combinations of factors. */
class HeuristicsTests {

    private static final Heuristics SHIPPED = heuristics(new ClassPathResource("bpmn/formality.dmn"));

    /** The numbers from which the shipped table counts more. */
    private static final List<Integer> USERS = List.of(0, 10, 100, 1000);

    private static final List<Question> ALL =
            USERS.stream().flatMap(Question::all).toList();

    @Test
    void everyCombinationOfFactorsHasAPointAndEachPointIsReached() {
        assertThat(ALL)
                .hasSize(2592)
                .allSatisfy(question -> assertThat(answer(question)).isPresent());
        assertThat(ALL.stream().map(HeuristicsTests::point).distinct()).containsExactlyInAnyOrder(Formality.values());
    }

    @Test
    void moreOfAnyFactorNeverMeansLessFormality() {
        List<String> faults = new ArrayList<>();
        for (Question question : ALL) {
            more(question)
                    .filter(more -> point(more).compareTo(point(question)) < 0)
                    .forEach(more -> faults.add(more + " is less formal than " + question));
        }
        assertThat(faults).isEmpty();
    }

    /** By the points: that bleed is left uncontrolled would tell tiers apart even without any. */
    @ParameterizedTest
    @ValueSource(strings = {"maturity", "users", "tier", "userbase", "impact", "reputation", "change"})
    void eachFactorMattersWhereAllOthersAreTheSame(String factor) {
        Map<Map<String, Object>, Set<Formality>> points = ALL.stream()
                .filter(question -> question.tier() != Tier.BLEED)
                .collect(Collectors.groupingBy(
                        question -> without(factor, question.inputs()),
                        Collectors.mapping(HeuristicsTests::point, Collectors.toSet())));

        assertThat(points.keySet()).allSatisfy(others -> assertThat(others).hasSize(6));
        assertThat(points.values()).anySatisfy(reached -> assertThat(reached).hasSizeGreaterThan(1));
    }

    private static Map<String, Object> without(String factor, Map<String, Object> inputs) {
        Map<String, Object> others = new HashMap<>(inputs);
        others.remove(factor);
        return others;
    }

    @Test
    void aCosmeticChangeOfAServiceUnderDevelopmentOnASandboxIsTheDevelopersOwn() {
        assertThat(ALL.stream()
                        .filter(question -> question.change() == Change.COSMETIC)
                        .filter(question -> question.factors().maturity() == Maturity.EXPERIMENTAL)
                        .filter(question -> question.tier() == Tier.DEV))
                .isNotEmpty()
                .allSatisfy(question -> assertThat(point(question)).isEqualTo(Formality.CONTINUOUS_DEPLOYMENT));
    }

    @Test
    void aMajorChangeOfAMatureHighVisibilityServiceThatManyUsersDependOnIsOnTheOppositeSide() {
        assertThat(ALL.stream()
                        .filter(question -> question.change() == Change.MAJOR)
                        .filter(question -> question.factors().maturity() == Maturity.MATURE)
                        .filter(question -> question.factors().users() >= 100)
                        .filter(question -> question.factors().userbase() == Userbase.RISK_AVERSE)
                        .filter(question -> question.factors().reputation() == Impact.HIGH)
                        .filter(question -> question.tier() == Tier.PROD))
                .isNotEmpty()
                .allSatisfy(question -> assertThat(point(question)).isEqualTo(Formality.CHANGE_BOARD));
    }

    @Test
    void bleedIsLeftUncontrolledWhateverElseIsTrue() {
        assertThat(ALL.stream().filter(question -> question.tier() == Tier.BLEED))
                .isNotEmpty()
                .allSatisfy(question -> assertThat(point(question)).isEqualTo(Formality.CONTINUOUS_DEPLOYMENT));
    }

    @ParameterizedTest
    @CsvSource({"0, 9", "10, 99", "100, 999", "1000, 250000"})
    void usersCountByTheirOrderOfMagnitude(int few, int many) {
        for (Change change : Change.values()) {
            assertThat(SHIPPED.of(withUsers(few), Tier.PROD, change))
                    .isEqualTo(SHIPPED.of(withUsers(many), Tier.PROD, change));
        }
    }

    private static Factors withUsers(int users) {
        return new Factors(Maturity.MATURE, users, Userbase.RISK_AVERSE, Impact.HIGH, Impact.LOW);
    }

    @ParameterizedTest
    @CsvSource({
        "DEV,  MAJOR,    CONTINUOUS_DEPLOYMENT",
        "INT,  MINOR,    CONTINUOUS_DEPLOYMENT",
        "INT,  MAJOR,    TEAM_CONSENSUS",
        "PROD, COSMETIC, TEAM_CONSENSUS",
        "PROD, MINOR,    RELEASE_MANAGER",
        "PROD, MAJOR,    CHANGE_BOARD"
    })
    void aServiceCanMeetEachPointOnItsWayToProduction(Tier tier, Change change, Formality point) {
        Factors factors = new Factors(Maturity.MATURE, 60, Userbase.RISK_AVERSE, Impact.HIGH, Impact.MEDIUM);
        assertThat(SHIPPED.of(factors, tier, change)).contains(point);
    }

    @ParameterizedTest
    @EnumSource
    void theSciencePlatformsPlacesOnTheChartAreThoseOfAMinorChange(Tier tier) {
        Factors factors = new Factors(Maturity.MATURE, 1500, Userbase.FEATURE_SEEKING, Impact.HIGH, Impact.HIGH);
        Formality chart = List.of(
                        Formality.CONTINUOUS_DEPLOYMENT,
                        Formality.CONTINUOUS_DEPLOYMENT,
                        Formality.TEAM_CONSENSUS,
                        Formality.RELEASE_MANAGER)
                .get(tier.ordinal());
        assertThat(SHIPPED.of(factors, tier, Change.MINOR)).contains(chart);
    }

    /** Each line spoils one thing of the shipped heuristics. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    id="formality"          | id="heuristics"       | it has no decision with the id 'formality'
                    hitPolicy="UNIQUE"      | hitPolicy="ANY"       | its hit policy is ANY: set it to UNIQUE
                    </definitions>          | </definition>         | it is no DMN:
                    camunda:versionTag="SQR-056 (2021)" | camunda:versionTag="" | the decision has no version tag: write the edition's name there
                    "team-consensus"</text> | "consensus"</text>    | it answers 'consensus', which is none of continuous-deployment, team-consensus, release-manager, change-board
                    <text>[15..17)</text>   | <text>[15..16)</text> | it has no answer
                    <text>[15..17)</text>   | <text>[15..17]</text> | it cannot be evaluated:
                    <text>[15..17)</text>   | <text>[15..</text>    | it cannot be evaluated:
                    <text>maturity</text>   | <text>age</text>      | the input 'age' is unknown; there are maturity, users, tier, userbase, impact, reputation, change
                    "feature-seeking"</text> | "curious"</text>     | rule featureSeekingPoints, userbase: 'curious' is none of feature-seeking, risk-averse
                    <text>"prod"</text>     | <text>"pord"</text>   | rule prodPoints, tier: 'pord' is none of bleed, dev, int, prod
                    #formality-points       | #points               | the engine refuses it:
                    """)
    void spoiltHeuristicsAreRefusedWithTheReason(String right, String wrong, String sentence) throws IOException {
        String shipped = new ClassPathResource("bpmn/formality.dmn").getContentAsString(StandardCharsets.UTF_8);
        assertThat(shipped.contains(right))
                .as("%s is in the table that is shipped: spoil something else if the table has changed", right)
                .isTrue();
        int at = shipped.indexOf(right);
        String spoilt = shipped.substring(0, at) + wrong + shipped.substring(at + right.length());
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> heuristics(bytes(spoilt)))
                .withMessageStartingWith(
                        "syncgate.formality.location names Byte array resource [spoilt.dmn], which cannot be used as the"
                                + " heuristics:\n- ")
                .withMessageContaining(sentence);
    }

    private static Heuristics heuristics(Resource resource) {
        return new DecisionHeuristics(new FormalityProperties(resource));
    }

    private static Resource bytes(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "spoilt.dmn");
    }

    private static Formality point(Question question) {
        return answer(question).orElseThrow();
    }

    private static Optional<Formality> answer(Question question) {
        return SHIPPED.of(question.factors(), question.tier(), question.change());
    }

    /** The same with the next more of one factor, for each that has more. */
    private static Stream<Question> more(Question question) {
        Factors its = question.factors();
        Function<Factors, Question> with = factors -> new Question(factors, question.tier(), question.change());
        return Stream.of(
                        next(its.maturity(), Maturity.values())
                                .map(more -> with.apply(new Factors(
                                        more, its.users(), its.userbase(), its.impact(), its.reputation()))),
                        next(its.users(), USERS.toArray(Integer[]::new))
                                .map(more -> with.apply(new Factors(
                                        its.maturity(), more, its.userbase(), its.impact(), its.reputation()))),
                        next(its.userbase(), Userbase.values())
                                .map(more -> with.apply(new Factors(
                                        its.maturity(), its.users(), more, its.impact(), its.reputation()))),
                        next(its.impact(), Impact.values())
                                .map(more -> with.apply(new Factors(
                                        its.maturity(), its.users(), its.userbase(), more, its.reputation()))),
                        next(its.reputation(), Impact.values())
                                .map(more -> with.apply(
                                        new Factors(its.maturity(), its.users(), its.userbase(), its.impact(), more))),
                        next(question.tier(), Tier.values()).map(more -> new Question(its, more, question.change())),
                        next(question.change(), Change.values()).map(more -> new Question(its, question.tier(), more)))
                .flatMap(Optional::stream);
    }

    private static <T> Optional<T> next(T value, T[] all) {
        int at = Arrays.asList(all).indexOf(value) + 1;
        return at < all.length ? Optional.of(all[at]) : Optional.empty();
    }
}
