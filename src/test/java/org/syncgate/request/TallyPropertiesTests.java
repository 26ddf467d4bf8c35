package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.model.Quorum;

/** Counting okays, whatever the quorum, whoever approves and in whatever order. Ada asked for it. */
class TallyPropertiesTests {

    private static final Agreement AGREED =
            new Agreement(new ApplicationId("idfprod", "tap"), List.of("a"), List.of("b"), "{}");

    /** Of the last, no practice here asks for anybody. */
    private static final List<String> GROUPS = List.of("developers", "coordinators", "release-managers", "forum-team");

    private static final List<String> OTHERS = List.of("ben", "cyn", "dan", "eve", "fay", "gus");

    private static final Pattern COUNT = Pattern.compile("\\d+");

    /** A quorum, and the okays that were given, each of somebody's for what is agreed, or one that does not count. */
    private record Given(DeploymentRequest request, List<Approval> okays) {

        Tally tally() {
            return Tally.of(request, okays);
        }

        Given and(String approver, Set<String> groups) {
            List<Approval> more = new ArrayList<>(okays);
            more.add(okay(request, approver, groups));
            return new Given(request, more);
        }

        @Override
        public String toString() {
            return request.practice().approvals() + " asked, given "
                    + okays.stream()
                            .map(okay -> okay.approver() + okay.groups() + okay.agreement() + okay.revisions())
                            .toList();
        }
    }

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void asManyCountAsCanBeSeatedInAnyWay(@ForAll("given") Given given) {
        Tally tally = given.tally();
        int seated = seated(given);

        assertThat(counted(given)).isEqualTo(seated);
        assertThat(tally.isFilled()).isEqualTo(seated == seats(given));
        Statistics.label("filled").collect(tally.isFilled()).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 10);
            coverage.check(false).percentage(share -> share > 10);
        });
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void neverDoMoreCountThanPeopleWhoApproved(@ForAll("given") Given given) {
        assertThat(counted(given)).isBetween(0, people(given).size());
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void somebodyIsAskedExactlyWhileItIsNotFilled(@ForAll("given") Given given) {
        Tally tally = given.tally();

        assertThat(tally.groups().isEmpty()).isEqualTo(tally.isFilled());
        assertThat(tally.missing().isEmpty()).isEqualTo(tally.isFilled());
        assertThat(tally.groups()).allMatch(tally::wouldHelp).doesNotContain("forum-team");
    }

    /** What is called off need not be asked for again. */
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aGroupThatHelpsNoMoreNeverHelpsAgain(@ForAll("given") Given given) {
        Set<String> settled = new HashSet<>();
        for (int count = 0; count <= given.okays().size(); count++) {
            Tally tally = new Given(given.request(), given.okays().subList(0, count)).tally();

            assertThat(settled).noneMatch(tally::wouldHelp);
            GROUPS.stream().filter(group -> !tally.wouldHelp(group)).forEach(settled::add);
        }
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anOkayBringsItNearerExactlyIfItIsOfAGroupThatHelps(
            @ForAll("given") Given given, @ForAll("groups") Set<String> groups) {
        Tally tally = given.tally();

        int nearer = groups.stream().anyMatch(tally::wouldHelp) ? 1 : 0;

        assertThat(counted(given.and("zoe", groups)) - counted(given)).isEqualTo(nearer);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfTheOkaysDoesNotMatter(@ForAll("shuffled") Tuple2<Given, Given> orders) {
        Tally one = orders.get1().tally();
        Tally other = orders.get2().tally();

        assertThat(other.isFilled()).isEqualTo(one.isFilled());
        assertThat(other.groups()).isEqualTo(one.groups());
        assertThat(GROUPS).allMatch(group -> other.wouldHelp(group) == one.wouldHelp(group));
        assertThat(counted(orders.get2())).isEqualTo(counted(orders.get1()));
    }

    private static int seats(Given given) {
        return given.request().practice().approvals().stream()
                .mapToInt(Quorum::count)
                .sum();
    }

    private static int counted(Given given) {
        int missing = COUNT.matcher(given.tally().missing())
                .results()
                .map(MatchResult::group)
                .mapToInt(Integer::parseInt)
                .sum();
        return seats(given) - missing;
    }

    /** Who counts, by the groups that they are in. */
    private static Map<String, List<String>> people(Given given) {
        Map<String, List<String>> people = new HashMap<>();
        for (Approval okay : given.okays()) {
            if (okay.agreement() == 1
                    && okay.revisions().equals(List.of("b"))
                    && !okay.approver().equals("ada")) {
                people.put(okay.approver(), okay.groups());
            }
        }
        return people;
    }

    /** The most that have a seat each, of all ways to seat them. */
    private static int seated(Given given) {
        Map<String, Integer> free = new HashMap<>();
        given.request().practice().approvals().forEach(asked -> free.merge(asked.group(), asked.count(), Integer::sum));
        return seated(List.copyOf(people(given).values()), 0, free);
    }

    private static int seated(List<List<String>> people, int from, Map<String, Integer> free) {
        if (from == people.size()) {
            return 0;
        }
        int most = seated(people, from + 1, free);
        for (String group : people.get(from)) {
            if (free.getOrDefault(group, 0) > 0) {
                free.merge(group, -1, Integer::sum);
                most = Math.max(most, 1 + seated(people, from + 1, free));
                free.merge(group, 1, Integer::sum);
            }
        }
        return most;
    }

    @Provide
    Arbitrary<Given> given() {
        Arbitrary<Quorum> quorum = Combinators.combine(
                        Arbitraries.of(GROUPS.subList(0, 3)), Arbitraries.of(1, 1, 1, 2, 3))
                .as(Quorum::new);
        return quorum.list().ofMaxSize(4).flatMap(quorums -> {
            DeploymentRequest request = request(quorums);
            return okays(request).map(okays -> new Given(request, okays));
        });
    }

    @Provide
    Arbitrary<Tuple2<Given, Given>> shuffled() {
        return given().flatMap(given ->
                Arbitraries.shuffle(given.okays()).map(okays -> Tuple.of(given, new Given(given.request(), okays))));
    }

    @Provide
    Arbitrary<Set<String>> groups() {
        return Arbitraries.of(GROUPS).set().ofMinSize(1).ofMaxSize(3);
    }

    /** Nobody approves one agreement twice, which the database sees to. */
    private Arbitrary<List<Approval>> okays(DeploymentRequest request) {
        Arbitrary<Integer> people = Arbitraries.integers().between(0, OTHERS.size());
        Arbitrary<List<Approval>> counting = Combinators.combine(
                        people, groups().list().ofSize(OTHERS.size()))
                .as((count, groups) -> IntStream.range(0, count)
                        .mapToObj(person -> okay(request, OTHERS.get(person), groups.get(person)))
                        .toList());
        DeploymentRequest next = request.retarget(AGREED, ARequest.OPENED, request.expiresAt());
        DeploymentRequest another = ARequest.waiting(
                new Agreement(AGREED.application(), List.of("a"), List.of("c"), "{}"), request.practice());
        Arbitrary<Approval> idle = Combinators.combine(
                        Arbitraries.of(
                                Tuple.of(request, "ada"),
                                Tuple.of(next, "ben"),
                                Tuple.of(next, "hal"),
                                Tuple.of(another, "ida")),
                        groups())
                .as((who, groups) -> okay(who.get1(), who.get2(), groups));
        return Combinators.combine(counting, idle.list().ofMaxSize(2))
                .as((okays, more) -> {
                    List<Approval> all = new ArrayList<>(okays);
                    all.addAll(more);
                    return all;
                })
                .flatMap(Arbitraries::shuffle);
    }

    private static DeploymentRequest request(List<Quorum> quorums) {
        return ARequest.waiting(
                AGREED,
                ARequest.practice(
                        Path.CHANGE_BOARD,
                        Duration.ZERO,
                        List.of(),
                        quorums.stream().map(Quorum::toString).toArray(String[]::new)));
    }

    private static Approval okay(DeploymentRequest request, String approver, Set<String> groups) {
        return ARequest.approval(request, approver, groups.toArray(String[]::new));
    }
}
