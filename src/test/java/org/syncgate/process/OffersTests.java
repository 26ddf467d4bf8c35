package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.catalog.Catalog;
import org.syncgate.catalog.Connection;
import org.syncgate.catalog.Service;
import org.syncgate.demo.Seeded;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cell;
import org.syncgate.model.Cluster;
import org.syncgate.model.Disruption;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.Tier;
import org.syncgate.policy.Answer;
import org.syncgate.policy.Policy;

class OffersTests {

    private static final LiveApplication TAP = Seeded.live("idfdev/tap");

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

        assertThat(offer(TAP, atWill, Path.AT_WILL)).isEqualTo(new Offer.Walks(atWill, Duration.ZERO));
    }

    @Test
    void whereNoticeIsAskedForTheEarliestSyncIsAfterIt() {
        Practice courtesy = practice(Path.COURTESY_NOTICE, Duration.ofHours(1));

        assertThat(offer(TAP, courtesy, Path.AT_WILL, Path.COURTESY_NOTICE))
                .isEqualTo(new Offer.Walks(courtesy, Duration.ofHours(1)));
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

    private static Offer offer(LiveApplication live, Practice practice, Path... walkable) {
        return offer(live, Disruption.NONE, cell -> new Answer.Settled(practice), walkable);
    }

    private static Offer offer(
            LiveApplication live, Disruption disruption, Function<Cell, Answer> answer, Path... walkable) {
        return new Offers(new OneCluster(), new Answers(answer), new WalkablePaths(Set.of(walkable)))
                .of(live, disruption);
    }

    private static Practice automatic() {
        return practice(Path.AUTOMATIC, Duration.ZERO);
    }

    private static Practice practice(Path path, Duration notice) {
        return new Practice("an edition, 1", path, notice, List.of(), List.of(), false, List.of(), "…");
    }

    /** idfdev, where everything is the science platform. */
    private record OneCluster() implements Catalog {

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
        public Service service(ApplicationId application) {
            return new Service("science-platform", List.of(), List.of());
        }
    }

    private record Answers(Function<Cell, Answer> answer) implements Policy {

        @Override
        public String edition() {
            return "an edition, 1";
        }

        @Override
        public Answer ask(Cell cell) {
            return answer.apply(cell);
        }
    }
}
