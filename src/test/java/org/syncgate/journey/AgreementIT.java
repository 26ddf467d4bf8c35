package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing;

/** S2: what no longer is as it was agreed is not synced. */
@Tag("one-at-a-time")
class AgreementIT extends SyncJourney {

    @Test
    void aChangedSourceVoidsTheAgreement() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = askAtShutGate(application);

        edit(application, json -> {
            json.withObject("/spec/source").put("path", "applications/another");
            json.withObject("/status/sync/comparedTo/source").put("path", "applications/another");
        });
        openWindow(application);

        assertVoided(request, application, "source has been changed");
    }

    @Test
    void aSourceThatWasOnlyWrittenDifferentlyIsTheSame() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = askAtShutGate(application);

        edit(application, json -> {
            ObjectNode source = json.withObject("/spec/source");
            source.put("chart", "").set("path", source.remove("path"));
        });
        openWindow(application);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
    }

    @Test
    void anAddedSourceVoidsTheAgreementOfAMultiSourceApplication() {
        ApplicationId application = copyOf("idfdev", "portal");
        putProject("idfdev", "portal-windows", true);
        edit(application, json -> json.withObject("/spec").put("project", "portal-windows"));
        DeploymentRequest request = askAtShutGate(application);

        edit(application, json -> {
            ArrayNode sources = json.withArray("/spec/sources");
            sources.add(sources.get(0).deepCopy());
            json.withObject("/status/sync/comparedTo").set("sources", sources.deepCopy());
            json.withArray("/status/sync/revisions").add(NEWER);
        });
        openWindow(application);

        assertVoided(request, application, "source has been changed");
    }

    @Test
    void anotherDeployedRevisionVoidsTheAgreement() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = askAtShutGate(application);

        deployOutside(application, NEWER);
        openWindow(application);

        assertVoided(request, application, "The deployed revision has moved from");
    }

    @Test
    void whatSomebodyElseDeployedMeanwhileWasDeployedOutsideTheGate() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = askAtShutGate(application);

        deployOutside(application, target(application));
        openWindow(application);

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED_OUTSIDE);
        assertThat(now(request).standing().words()).contains("outside the gate");
        assertThat(recorded(request)).endsWith(Kind.DEPLOYED_OUTSIDE).doesNotContain(Kind.SYNC_GRANTED);
        assertThat(syncs(application)).isZero();
        assertThat(requests.openFor(application)).isEmpty();
    }

    @Test
    void whatIsNoLongerPendingVoidsTheAgreement() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = askAtShutGate(application);

        edit(application, json -> json.withObject("/status/sync").put("status", "Synced"));
        openWindow(application);

        assertVoided(request, application, "no longer pending");
    }

    @Test
    void anApplicationThatIsGoneIsRefusedForGood() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = askAtShutGate(application);

        edit(application, json -> json.withObject("/metadata").remove("finalizers"));
        cluster("idfdev").delete(application.name());

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.REFUSED);
        assertThat(now(request).standing().words()).contains("gone");
    }

    @Test
    void anApplicationThatIsBeingDeletedIsRefusedForGood() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = askAtShutGate(application);

        cluster("idfdev").pause();
        try {
            cluster("idfdev").delete(application.name());

            assertThat(awaitOutcome(request)).isEqualTo(Outcome.REFUSED);
        } finally {
            cluster("idfdev").resume();
        }
        assertThat(now(request).standing().words()).contains("being deleted");
    }

    private DeploymentRequest askAtShutGate(ApplicationId application) {
        return awaitWaiting(ask("dev", application), "sync windows");
    }

    private static void deployOutside(ApplicationId application, String revision) {
        edit(application, json -> {
            ArrayNode history = json.withArray("/status/history");
            ObjectNode entry = history.get(history.size() - 1).deepCopy();
            entry.put("id", entry.path("id").asInt() + 1).put("revision", revision);
            entry.putObject("initiatedBy").put("username", "bob");
            history.add(entry);
        });
    }

    private void assertVoided(DeploymentRequest request, ApplicationId application, String why) {
        awaitTask(request, "reconsiderRequest");
        assertThat(now(request).standing()).isInstanceOf(Standing.Voided.class);
        assertThat(now(request).standing().words()).contains(why);
        assertThat(recorded(request)).endsWith(Kind.VOIDED).doesNotContain(Kind.SYNC_GRANTED);
        assertThat(syncs(application)).isZero();
    }
}
