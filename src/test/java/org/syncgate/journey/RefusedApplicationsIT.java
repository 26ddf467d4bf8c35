package org.syncgate.journey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.syncgate.demo.Behaviour;
import org.syncgate.demo.SimulatedCluster;
import org.syncgate.model.ApplicationId;

/** Applications that cannot be deployed as they stand in their cluster. */
class RefusedApplicationsIT extends Refusals {

    private static final String NEWER = "0123456789012345678901234567890123456789";

    @Test
    void anUnknownApplicationIsRefused() {
        ApplicationId unknown = new ApplicationId("idfdev", "nosuch");

        assertRefused(unknown, wish(unknown)).contains("no application idfdev/nosuch", "from the list");
    }

    @Test
    void anUnknownClusterIsRefused() {
        ApplicationId unknown = new ApplicationId("nosuch", "gafaelfawr");

        assertRefused(unknown, wish(unknown)).contains("no cluster nosuch", "from the list");
    }

    @Test
    void whatIsInSyncIsRefusedWithWhatIsDeployed() {
        ApplicationId inSync = new ApplicationId("idfdev", "cert-manager");
        String deployed = cluster("idfdev")
                .application("cert-manager")
                .at("/status/sync/revision")
                .asText();

        assertRefused(inSync, wish(inSync))
                .contains("idfdev/cert-manager is in sync", deployed.substring(0, 7) + " is deployed since", "UTC");
    }

    @Test
    void whatArgoCdSyncsByItselfIsRefused() {
        ApplicationId automatic = new ApplicationId("idfdev", "vault-secrets-operator");

        assertRefused(automatic, wish(automatic)).contains("Auto-sync is on for " + automatic, "nothing to ask for");
    }

    @Test
    void anOperationInProgressIsRefusedWithWhoAskedForIt() {
        ApplicationId application = pending();
        SimulatedCluster idfdev = cluster("idfdev");
        idfdev.behave(application.name(), Behaviour.neverFinishes());
        idfdev.foreignSync(application.name(), "kim");
        await().atMost(PATIENCE).until(() -> idfdev.syncsSeen(application.name()) == 1);
        await().atMost(PATIENCE)
                .until(() -> idfdev.application(application.name())
                        .at("/status/operationState/phase")
                        .asText()
                        .equals("Running"));

        assertRefused(application, wish(application)).contains("operation by kim is in progress", "when it is over");
    }

    @Test
    void whatIsBeingDeletedIsRefused() {
        ApplicationId application = pending();

        withoutController(application, cluster -> cluster.delete(application.name()), "is being deleted");
    }

    @Test
    void aComparisonErrorIsRefusedWithWhatArgoCdSays() {
        ApplicationId broken = new ApplicationId("idfdev", "times-square");

        assertRefused(broken, wish(broken)).contains("ComparisonError", "mended", "helm template failed");
    }

    @Test
    void whatWasComparedWithAnotherSourceIsRefusedAsStale() {
        ApplicationId application = pending();
        edit(application, json -> json.withObject("/spec/source").put("targetRevision", "tickets/DM-4711"));

        assertRefused(application, wish(application)).contains("stale", "Try again in a minute");
    }

    @Test
    void whatIsBeingRefreshedIsRefusedAsStale() {
        ApplicationId application = pending();

        withoutController(
                application,
                cluster -> cluster.edit(
                        application.name(),
                        json -> json.withObject("/metadata/annotations").put("argocd.argoproj.io/refresh", "normal")),
                "stale");
    }

    @Test
    void aRevisionThatIsNoLongerThePendingOneIsRefusedWithBoth() {
        ApplicationId application = pending();
        String shown = cluster("idfdev")
                .application(application.name())
                .at("/status/sync/revision")
                .asText();
        cluster("idfdev").commit(application.name(), NEWER);

        assertRefused(application, with(application, "application", application + "@" + shown))
                .contains(NEWER.substring(0, 7) + " has become the pending revision")
                .contains("instead of " + shown.substring(0, 7), "open it again");
    }

    /** Asks while the controller, which would be done with this state in no time, stands still. */
    private void withoutController(ApplicationId application, Consumer<SimulatedCluster> change, String words) {
        SimulatedCluster cluster = cluster(application.cluster());
        cluster.pause();
        try {
            change.accept(cluster);
            assertRefused(application, wish(application)).contains(words);
        } finally {
            cluster.resume();
        }
    }

    private static void edit(ApplicationId application, Consumer<ObjectNode> change) {
        cluster(application.cluster()).edit(application.name(), change);
    }
}
