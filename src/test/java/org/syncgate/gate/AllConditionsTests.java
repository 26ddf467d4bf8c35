package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.FixedArgoCd;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Cluster;
import org.syncgate.model.Tier;
import org.syncgate.request.GivenApprovals;
import org.syncgate.request.SaidTimes;
import org.syncgate.window.SetFreezes;

class AllConditionsTests {

    /** Else the tests of the gate would not notice what a new condition forbids. */
    @Test
    void theTestsJudgeByEveryConditionThatThereIs() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Condition.class));

        assertThat(AllConditions.over(
                        ToldNotices.of(),
                        GivenApprovals.of(),
                        SetFreezes.of(),
                        new SaidTimes(),
                        FixedArgoCd.of(
                                new Cluster("idfdev", "science", Tier.DEV),
                                new ClusterStatus.Reachable(),
                                new Reading.Missing()),
                        Clock.systemUTC()))
                .extracting(condition -> condition.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(scanner.findCandidateComponents("org.syncgate.gate").stream()
                        .map(BeanDefinition::getBeanClassName)
                        .flatMap(name -> Optional.ofNullable(name).stream())
                        .toList());
    }
}
