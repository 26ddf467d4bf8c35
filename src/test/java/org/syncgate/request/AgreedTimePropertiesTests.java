package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;

/** Agreeing on a time, whoever says what for whom and in whatever order. Ada asked for the deployment. */
class AgreedTimePropertiesTests {

    private static final Agreement AGREED =
            new Agreement(new ApplicationId("idfprod", "tap"), List.of("a"), List.of("b"), "{}");
    private static final List<String> GROUPS = List.of("forum-team", "coordinators", "release-managers");
    private static final List<String> PARTIES = List.of("requester", "forum-team", "coordinators", "release-managers");
    private static final List<String> PEOPLE = List.of("ada", "ben", "cyn", "dan");

    /** Something that somebody says: whether it is a proposal, an acceptance, or that the time was missed. */
    private record Said(String what, int agreement, String party, String who) {}

    private record Talk(DeploymentRequest request, List<Said> said) {

        AgreedTime agreed() {
            return AgreedTime.of(request, rows());
        }

        private TimeTalk rows() {
            List<TimeProposal> proposals = new ArrayList<>();
            List<Acceptance> acceptances = new ArrayList<>();
            List<MissedTime> missed = new ArrayList<>();
            for (Said one : said) {
                int latest = (int) proposals.stream()
                        .filter(it -> it.agreement() == one.agreement())
                        .count();
                Instant time = ARequest.OPENED.plus(Duration.ofDays(1L + proposals.size()));
                switch (one.what()) {
                    case "propose" ->
                        proposals.add(new TimeProposal(
                                one.agreement(), latest + 1, one.party(), one.who(), time, "", ARequest.OPENED));
                    case "miss" -> missed.add(new MissedTime(one.agreement(), latest, "…", ARequest.OPENED));
                    default ->
                        acceptances.add(
                                new Acceptance(one.agreement(), latest, one.party(), one.who(), "", ARequest.OPENED));
                }
            }
            return new TimeTalk(proposals, acceptances, missed);
        }

        /** What was said from the last proposal on for what is agreed now; empty where it was missed. */
        List<Said> sinceTheLastProposal() {
            List<Said> since = new ArrayList<>();
            said.stream().filter(one -> one.agreement() == 1).forEach(one -> {
                if (one.what().equals("propose") || one.what().equals("miss")) {
                    since.clear();
                }
                if (!one.what().equals("miss")) {
                    since.add(one);
                }
            });
            boolean proposed = since.stream().anyMatch(one -> one.what().equals("propose"));
            return proposed ? since : List.of();
        }
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void itIsAgreedExactlyWhenTheRequesterAndEveryGroupStandBehindTheLatestProposal(@ForAll("talks") Talk talk) {
        boolean agreed = talk.agreed().time().isPresent();

        assertThat(agreed).isEqualTo(allStandBehind(talk));
        Statistics.label("agreed").collect(agreed).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 5);
            coverage.check(false).percentage(share -> share > 5);
        });
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whoIsAskedIsWhoIsMissingOrTheRequesterForAProposal(@ForAll("talks") Talk talk) {
        AgreedTime agreed = talk.agreed();

        Set<String> parties = new LinkedHashSet<>(List.of(AgreedTime.REQUESTER));
        parties.addAll(talk.request().practice().coordinateWith());
        assertThat(agreed.asked().isEmpty()).isEqualTo(agreed.time().isPresent());
        assertThat(agreed.proposal().isPresent() ? agreed.missing() : List.of(AgreedTime.REQUESTER))
                .isEqualTo(agreed.asked());
        Set<String> all = new HashSet<>(agreed.behind());
        all.addAll(agreed.missing());
        assertThat(all).isEqualTo(parties);
        assertThat(agreed.behind()).noneMatch(agreed.missing()::contains);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anotherProposalLeavesNobodyBehindItButWhoeverMadeIt(@ForAll("talks") Talk talk) {
        List<Said> more = new ArrayList<>(talk.said());
        more.add(new Said("propose", 1, AgreedTime.REQUESTER, "ada"));

        assertThat(new Talk(talk.request(), more).agreed().behind()).containsExactly(AgreedTime.REQUESTER);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aPersonStandsForOnePartyAtMostAndTheRequesterForNoGroup(@ForAll("talks") Talk talk) {
        AgreedTime agreed = talk.agreed();

        assertThat(agreed.partyOf("ada").orElse(AgreedTime.REQUESTER)).isEqualTo(AgreedTime.REQUESTER);
        assertThat(PEOPLE.stream().flatMap(person -> agreed.partyOf(person).stream()))
                .containsExactlyInAnyOrderElementsOf(agreed.behind());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsRetargetedBeginsAnew(@ForAll("talks") Talk talk) {
        DeploymentRequest retargeted =
                talk.request().retarget(AGREED, ARequest.OPENED, talk.request().expiresAt());
        List<Said> ofTheFirst =
                talk.said().stream().filter(one -> one.agreement() == 1).toList();

        assertThat(new Talk(retargeted, ofTheFirst).agreed().proposal()).isEmpty();
    }

    /** S4 in the plainest way. */
    private static boolean allStandBehind(Talk talk) {
        List<Said> counted = new ArrayList<>();
        for (Said one : talk.sinceTheLastProposal()) {
            boolean own = one.party().equals("requester") == one.who().equals("ada");
            boolean asked = one.party().equals("requester")
                    || talk.request().practice().coordinateWith().contains(one.party());
            boolean free = counted.stream()
                    .noneMatch(it -> it.party().equals(one.party()) || it.who().equals(one.who()));
            if (own && asked && free) {
                counted.add(one);
            }
        }
        return counted.size()
                == 1 + Set.copyOf(talk.request().practice().coordinateWith()).size();
    }

    @Provide
    Arbitrary<Talk> talks() {
        Arbitrary<List<String>> groups =
                Arbitraries.of(GROUPS).list().ofMinSize(1).ofMaxSize(2);
        Arbitrary<String> what =
                Arbitraries.frequency(Tuple.of(2, "propose"), Tuple.of(19, "accept"), Tuple.of(1, "miss"));
        Arbitrary<Integer> agreement = Arbitraries.frequency(Tuple.of(9, 1), Tuple.of(1, 2));
        Arbitrary<Said> said = Combinators.combine(what, agreement, Arbitraries.of(PARTIES), Arbitraries.of(PEOPLE))
                .as(Said::new);
        return Combinators.combine(groups, said.list().ofMaxSize(40))
                .as((asked, all) -> new Talk(ARequest.waiting(AGREED, practice(asked)), all));
    }

    private static Practice practice(List<String> groups) {
        return new Practice("1", Path.OUT_OF_HOURS, Duration.ZERO, List.of(), List.of(), false, groups, "…");
    }
}
