package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Ended;

class DeployAtWillIT extends Journey {

    @Test
    void whatADeveloperStartsIsSyncedToExactlyThePinnedRevision() {
        ApplicationId application = pending();
        String target = cluster("idfdev")
                .application(application.name())
                .at("/status/sync/revision")
                .asText();

        DeploymentRequest request = ask("dev", application);

        DeploymentRequest ended = awaitEnd(request);
        assertThat(((Ended) ended.standing()).outcome()).isEqualTo(Outcome.DEPLOYED);
        assertThat(cluster("idfdev")
                        .application(application.name())
                        .at("/status/operationState/syncResult/revision")
                        .asText())
                .isEqualTo(target);
        assertThat(cluster("idfdev").syncsSeen(application.name())).isEqualTo(1);
        assertThat(recorded(request))
                .containsExactly(
                        Kind.REQUEST_OPENED,
                        Kind.SYNC_GRANTED,
                        Kind.SYNC_ASKED,
                        Kind.SYNC_STARTED,
                        Kind.SYNC_SUCCEEDED,
                        Kind.DEPLOYED);
    }
}
