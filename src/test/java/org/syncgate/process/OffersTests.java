package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.catalog.Catalog;
import org.syncgate.catalog.Connection;
import org.syncgate.catalog.Service;
import org.syncgate.demo.Seeded;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cell;
import org.syncgate.model.Change;
import org.syncgate.model.Cluster;
import org.syncgate.model.Disruption;
import org.syncgate.model.Factors;
import org.syncgate.model.Formality;
import org.syncgate.model.Impact;
import org.syncgate.model.Maturity;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.Tier;
import org.syncgate.model.Userbase;
import org.syncgate.policy.Answer;
import org.syncgate.policy.Heuristics;
import org.syncgate.policy.Policy;
import org.syncgate.window.Calendars;
import org.syncgate.window.FixedCalendars;

class OffersTests {

    private static final LiveApplication TAP = Seeded.live("idfdev/tap");

    private static final Factors FACTORS =
            new Factors(Maturity.DEVELOPING, 40, Userbase.RISK_AVERSE, Impact.LOW, Impact.MEDIUM);

    @ParameterizedTest
    @EnumSource
    void policyIsAskedAboutTheApplicationsOwnCell(Disruption disruption) {
        assertThat(offer(TAP, disruption, Answer.Unknown::new, Path.values()))
                .isEqualTo(new Offer.Refuses("The practice does not say how to deploy science-platform in science dev"
                        + " (disruption " + disruption.text()
                        + "). Ask an administrator to add it to the decision table."));
    }

    @Test
    void atWillCanBeSyncedAtOnce() {
        Practice atWill = practice(Path.AT_WILL, Duration.ZERO);

        assertThat(offer(TAP, atWill, Path.AT_WILL))
                .isEqualTo(new Offer.Walks(atWill, Duration.ZERO, Optional.empty()));
    }

    @Test
    void whereNoticeIsAskedForTheEarliestSyncIsAfterIt() {
        Practice courtesy = practice(Path.COURTESY_NOTICE, Duration.ofHours(1));

        assertThat(offer(TAP, courtesy, Path.AT_WILL, Path.COURTESY_NOTICE))
                .isEqualTo(new Offer.Walks(courtesy, Duration.ofHours(1), Optional.empty()));
    }

    @Test
    void aPathWithoutAModelIsRefused() {
        assertThat(offer(TAP, practice(Path.COURTESY_NOTICE, Duration.ZERO), Path.AT_WILL))
                .isEqualTo(new Offer.Refuses("The practice for science-platform in science dev is: courtesy notice."
                        + " This version of Syncgate cannot walk that path yet."));
    }

    @Test
    void whatShouldDeployItselfAndHasAutoSyncOffIsToldSoEvenIfThereWereAPath() {
        assertThat(offer(TAP, automatic(), Path.values()))
                .isEqualTo(new Offer.Refuses("science-platform in science dev deploys itself: by the practice it is"
                        + " automatic, and nobody has to ask. But auto-sync is switched off for idfdev/tap: switch it"
                        + " on in Argo CD, or sync it there."));
    }

    @Test
    void whatThePracticeCallsNotApplicableIsRefusedInItsWords() {
        assertThat(offer(TAP, Disruption.NONE, cell -> new Answer.NotApplicable(cell, "N/A"), Path.values()))
                .isEqualTo(new Offer.Refuses("The practice has no science dev for science-platform (\"N/A\")."));
    }

    @Test
    void anApplicationOfNoConfiguredClusterIsAFaultOfOurs() {
        ObjectNode json = Seeded.application("idfdev/tap");

        assertThatIllegalStateException()
                .isThrownBy(() -> offer(LiveApplication.of("nowhere", json), automatic()))
                .withMessage("nowhere/tap is in no configured cluster");
    }

    @Test
    void aServiceThatTheChartDoesNotNameIsAskedAboutAsOtherWithThePointThatItsFactorsGive() {
        Offers offers = offers(
                service("alerts", Optional.of(FACTORS)),
                cell -> new Answer.NotApplicable(cell, cell.words() + " " + cell.formality()),
                Path.values());

        assertThat(offers.of(TAP, Disruption.NONE, Change.MAJOR))
                .isEqualTo(new Offer.Refuses("The practice has no science dev for alerts"
                        + " (\"other in science dev Optional[CHANGE_BOARD]\")."));
        assertThat(offers.of(TAP, Disruption.NONE, Change.MINOR))
                .isEqualTo(new Offer.Refuses("The practice has no science dev for alerts"
                        + " (\"other in science dev Optional[TEAM_CONSENSUS]\")."));
    }

    @Test
    void whyTheHeuristicsLedToAPathIsKeptWithThePractice() {
        Practice consensus = practice(Path.TEAM_CONSENSUS, Duration.ZERO);
        Offers offers =
                offers(service("alerts", Optional.of(FACTORS)), cell -> new Answer.Settled(consensus), Path.values());

        assertThat(offers.of(TAP, Disruption.NONE, Change.MINOR))
                .isEqualTo(new Offer.Walks(
                        consensus.explained("By the heuristics, some heuristics, 7: team consensus, for "
                                + FACTORS.words() + " in dev, a minor change."),
                        Duration.ZERO,
                        Optional.empty()));
    }

    @Test
    void aServiceOnTheChartIsAskedAboutWithoutAPointWhateverItsFactorsAre() {
        Offers offers = offers(
                service("science-platform", Optional.of(FACTORS)),
                cell -> new Answer.NotApplicable(cell, cell.words() + " " + cell.formality()),
                Path.values());

        assertThat(offers.of(TAP, Disruption.NONE, Change.MAJOR))
                .isEqualTo(new Offer.Refuses("The practice has no science dev for science-platform"
                        + " (\"science-platform in science dev Optional.empty\")."));
    }

    @Test
    void whatTheChartDoesNotNameAndHasNoFactorsIsRefusedAndToldWhatToConfigure() {
        assertThat(offers(service("alerts", Optional.empty()), Answer.Unknown::new, Path.values())
                        .of(TAP, Disruption.NONE, Change.MINOR))
                .isEqualTo(
                        new Offer.Refuses(
                                "The practice's chart does not name alerts, and nothing says how formal its"
                                        + " deployments are. Ask an administrator to configure syncgate.services[…].factors for it."));
        assertThat(offers(Service.OTHER, Answer.Unknown::new, Path.values()).of(TAP, Disruption.NONE, Change.MINOR))
                .isEqualTo(new Offer.Refuses("No configured service names idfdev/tap, so nothing says how formal its"
                        + " deployments are. Ask an administrator to configure syncgate.services[…].factors for a"
                        + " service that does."));
    }

    @Test
    void whatTheHeuristicsDoNotSayIsRefused() {
        assertThat(offers(service("alerts", Optional.of(FACTORS)), Answer.Unknown::new, Path.values())
                        .of(TAP, Disruption.NONE, Change.COSMETIC))
                .isEqualTo(
                        new Offer.Refuses("The heuristics do not say how formal a cosmetic change of alerts in science"
                                + " dev is. Ask an administrator to look at syncgate.formality.location."));
    }

    @Test
    void whatTheTableLeavesToTheServiceIsKeptAsTheServicesOwnWithoutNamingAnybodyTwice() {
        Practice practice = practice(Path.OUT_OF_HOURS, Duration.ZERO)
                .with(List.of("#b", "service"), List.of("service", "forum-team"));
        Service own = new Service(
                "science-platform", List.of("#a", "#b"), List.of("coordinators", "forum-team"), Optional.empty());

        assertThat(walks(own, practice, Change.MINOR).practice())
                .isEqualTo(practice.with(List.of("#b", "#a"), List.of("coordinators", "forum-team")));
    }

    @Test
    void whatIsLeftToAServiceThatHasNoneIsRefusedAndToldWhatToConfigure() {
        Practice told = practice(Path.COURTESY_NOTICE, Duration.ZERO).with(List.of("service"), List.of());
        Practice agreed = practice(Path.OUT_OF_HOURS, Duration.ZERO).with(List.of("#a"), List.of("service"));

        assertThat(offer(TAP, told, Path.values()))
                .isEqualTo(new Offer.Refuses("By the practice this is announced in the service's own channels, and"
                        + " science-platform has none. Ask an administrator to configure"
                        + " syncgate.services[…].channels for it."));
        assertThat(offer(TAP, agreed, Path.values()))
                .isEqualTo(new Offer.Refuses("By the practice this is co-ordinated with the service's stakeholders, and"
                        + " science-platform has none. Ask an administrator to configure"
                        + " syncgate.services[…].stakeholders for it."));
    }

    @Test
    void whereNothingSaysWhenPeopleAreAtWorkNothingIsOutOfHoursAndItIsToldWhatToConfigure() {
        Practice practice = practice(Path.OUT_OF_HOURS, Duration.ZERO).with(List.of(), List.of("forum-team"));
        Offers offers = offers(
                service("science-platform", Optional.empty()),
                cell -> new Answer.Settled(practice),
                FixedCalendars.everyDayFromOne("community"),
                Path.values());

        assertThat(offers.of(TAP, Disruption.NONE, Change.MINOR))
                .isEqualTo(
                        new Offer.Refuses("By the practice this is deployed out of hours, and nothing says when people"
                                + " of science are at work. Ask an administrator to configure"
                                + " syncgate.deployments[…].office-hours for it."));
    }

    @ParameterizedTest
    @CsvSource({
        "AT_WILL, MINOR, team consensus",
        "AT_WILL, MAJOR, change control board",
        "COURTESY_NOTICE, MINOR,",
        "COURTESY_NOTICE, MAJOR, change control board",
        "TEAM_CONSENSUS, MINOR,",
        "RELEASE_MANAGER_APPROVAL, MINOR,",
        "RELEASE_MANAGER_APPROVAL, MAJOR, change control board",
        "MAINTENANCE_WINDOW, MAJOR,",
        "OUT_OF_HOURS, MAJOR,",
        "CHANGE_BOARD, MAJOR,",
        "AT_WILL, COSMETIC,"
    })
    void whereTheHeuristicsPointToMoreThanTheChartItIsAdvisedAndThePathStays(
            Path path, Change change, @Nullable String point) {
        Practice practice = practice(path, Duration.ZERO);
        Offer.Walks walks = walks(service("science-platform", Optional.of(FACTORS)), practice, change);

        assertThat(walks.practice()).isEqualTo(practice);
        assertThat(walks.advice())
                .isEqualTo(Optional.ofNullable(point)
                        .map(words -> "The heuristics point to more formality than the chart asks: " + words
                                + ". Consider talking it over at that level before it is deployed."));
    }

    @Test
    void whoWasAskedByTheHeuristicsOrHasNoFactorsIsNotAdvised() {
        Practice atWill = practice(Path.AT_WILL, Duration.ZERO);

        assertThat(walks(service("alerts", Optional.of(FACTORS)), atWill, Change.MAJOR)
                        .advice())
                .isEmpty();
        assertThat(walks(service("science-platform", Optional.empty()), atWill, Change.MAJOR)
                        .advice())
                .isEmpty();
    }

    @Test
    void whatIsInAClusterThatIsConfiguredNoMoreIsNotAdvised() {
        Practice atWill = practice(Path.AT_WILL, Duration.ZERO);
        Offers offers = offers(
                service("science-platform", Optional.of(FACTORS)), cell -> new Answer.Settled(atWill), Path.values());

        assertThat(offers.advice(TAP.id(), atWill, Change.MAJOR)).isPresent();
        assertThat(offers.advice(new ApplicationId("gone", TAP.id().name()), atWill, Change.MAJOR))
                .isEmpty();
    }

    private static Offer.Walks walks(Service service, Practice practice, Change change) {
        Offer offer = offers(service, cell -> new Answer.Settled(practice), Path.values())
                .of(TAP, Disruption.NONE, change);
        assertThat(offer).isInstanceOf(Offer.Walks.class);
        return (Offer.Walks) offer;
    }

    private static Offer offer(LiveApplication live, Practice practice, Path... walkable) {
        return offer(live, Disruption.NONE, cell -> new Answer.Settled(practice), walkable);
    }

    private static Offer offer(
            LiveApplication live, Disruption disruption, Function<Cell, Answer> answer, Path... walkable) {
        return offers(service("science-platform", Optional.empty()), answer, walkable)
                .of(live, disruption, Change.MINOR);
    }

    private static Offers offers(Service service, Function<Cell, Answer> answer, Path... walkable) {
        return offers(service, answer, FixedCalendars.everyDayFromOne("science"), walkable);
    }

    private static Offers offers(
            Service service, Function<Cell, Answer> answer, Calendars calendars, Path... walkable) {
        return new Offers(
                new OneCluster(service),
                new Answers(answer),
                new Points(),
                new WalkablePaths(Set.of(walkable)),
                calendars);
    }

    private record Points() implements Heuristics {

        @Override
        public String edition() {
            return "some heuristics, 7";
        }

        @Override
        public Optional<Formality> of(Factors factors, Tier tier, Change change) {
            assertThat(factors).isEqualTo(FACTORS);
            assertThat(tier).isEqualTo(Tier.DEV);
            return switch (change) {
                case COSMETIC -> Optional.empty();
                case MINOR -> Optional.of(Formality.TEAM_CONSENSUS);
                case MAJOR -> Optional.of(Formality.CHANGE_BOARD);
            };
        }
    }

    private static Service service(String name, Optional<Factors> factors) {
        return new Service(name, List.of(), List.of(), factors);
    }

    private static Practice automatic() {
        return practice(Path.AUTOMATIC, Duration.ZERO);
    }

    private static Practice practice(Path path, Duration notice) {
        return new Practice("an edition, 1", path, notice, List.of(), List.of(), false, List.of(), "…");
    }

    /** idfdev, where everything is one service. */
    private record OneCluster(Service service) implements Catalog {

        private static final Map<String, Cluster> CLUSTERS =
                Map.of("idfdev", new Cluster("idfdev", "science", Tier.DEV));

        @Override
        public List<Cluster> clusters() {
            return List.copyOf(CLUSTERS.values());
        }

        @Override
        public Optional<Cluster> cluster(String name) {
            return Optional.ofNullable(CLUSTERS.get(name));
        }

        @Override
        public Connection connection(String cluster) {
            throw new UnsupportedOperationException("Policy needs no connection");
        }

        @Override
        public List<String> channels(ApplicationId application) {
            return List.of();
        }

        @Override
        public Optional<URI> page(ApplicationId application) {
            return Optional.empty();
        }

        @Override
        public Service service(ApplicationId application) {
            return service;
        }

        @Override
        public List<Service> services() {
            return List.of();
        }

        @Override
        public List<Service> servicesIn(Cluster cluster) {
            return List.of();
        }
    }

    private record Answers(Function<Cell, Answer> answer) implements Policy {

        @Override
        public String edition() {
            return "an edition, 1";
        }

        @Override
        public boolean leavesToHeuristics(String service) {
            return !service.equals("science-platform");
        }

        @Override
        public Answer ask(Cell cell) {
            return answer.apply(cell);
        }
    }
}
