package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.demo.Seeded;
import org.syncgate.model.Revisions;

class DeployableLabelTests {

    private static final String OLD = "1a954628a960aaef81d7b2d4521929579f3541e6";
    private static final String NEW = "2b954628a960aaef81d7b2d4521929579f3541e6";

    private static final Consumer<ObjectNode> OLD_TO_NEW = json -> {
        deployed(json, OLD);
        json.withObject("/status/sync").put("revision", NEW);
    };

    @Test
    void anUpgradeGoesFromOneRevisionToTheNext() {
        assertThat(label("idfdev/tap", OLD_TO_NEW))
                .isEqualTo("idfdev/tap: 1a95462 → 2b95462, deployed since 12 Nov 2026");
    }

    @Test
    void whatWasNeverDeployedComesFromNothing() {
        assertThat(label(
                        "idfdev/tap",
                        OLD_TO_NEW.andThen(json -> json.withObject("/status").remove("history"))))
                .isEqualTo("idfdev/tap: nothing → 2b95462");
    }

    @Test
    void aDriftIsMarkedAndMeansAResync() {
        LiveApplication squareone = Seeded.live("idfdev/squareone");
        assertThat(label("idfdev/squareone", json -> {}))
                .startsWith("idfdev/squareone: drift, re-sync of " + Revisions.brief(squareone.deployed())
                        + ", deployed since ");
    }

    @Test
    void eachSourceHasItsRevision() {
        LiveApplication portal = Seeded.live("idfdev/portal");

        assertThat(portal.target()).hasSize(2);
        assertThat(label("idfdev/portal", json -> {}))
                .startsWith("idfdev/portal: " + Revisions.brief(portal.deployed()) + " → "
                        + Revisions.brief(portal.target()) + ", deployed since ");
    }

    @Test
    void anOpenRequestIsNamed() {
        assertThat(DeployableLabel.of(ADeployable.requested(live("idfdev/tap", OLD_TO_NEW))))
                .isEqualTo("idfdev/tap: 1a95462 → 2b95462, deployed since 12 Nov 2026 (r-23456789 is open for it)");
    }

    private static String label(String application, Consumer<ObjectNode> change) {
        return DeployableLabel.of(ADeployable.of(live(application, change)));
    }

    private static LiveApplication live(String application, Consumer<ObjectNode> change) {
        ObjectNode json = Seeded.application(application);
        change.accept(json);
        return Seeded.live(application, json);
    }

    private static void deployed(ObjectNode json, String revision) {
        json.withObject("/status")
                .putArray("history")
                .addObject()
                .put("id", 3)
                .put("revision", revision)
                .put("deployedAt", "2026-11-12T23:05:41Z");
    }
}
