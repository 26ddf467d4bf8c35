package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.argocd.ApplicationState.Drift;
import org.syncgate.demo.Behaviour;
import org.syncgate.demo.Browser;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;

/** What the start form lists at a moment, and that what it sends is accepted. */
class StartFormIT extends FormJourney {

    @Test
    void whoeverIsNotSignedInIsAnswered401() {
        HttpResponse<String> answer = new Browser(url()).get(FORM);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("gafaelfawr");
    }

    @Test
    void itIsNeverCachedSinceItShowsThisMoment() {
        assertThat(signedIn("dev").get(FORM).headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void aPendingUpgradeIsListedWithBothRevisionsAndSinceWhen() {
        ApplicationId application = pending();
        JsonNode live = cluster("idfdev").application(application.name());
        String target = live.at("/status/sync/revision").asText();
        String deployed = live.at("/status/history")
                .get(live.at("/status/history").size() - 1)
                .path("revision")
                .asText();

        JsonNode choice = choiceOf(application).orElseThrow();

        assertThat(choice.path("value").asText()).isEqualTo(application + "@" + target);
        assertThat(choice.path("label").asText())
                .startsWith(application + ": " + deployed.substring(0, 7) + " → " + target.substring(0, 7)
                        + ", deployed since ");
    }

    @Test
    void aDriftIsMarkedAsAReSyncOfWhatIsDeployed() {
        ApplicationId application = drifting();
        String deployed = cluster("idfdev")
                .application(application.name())
                .at("/status/sync/revision")
                .asText();

        assertThat(choiceOf(application).orElseThrow().path("label").asText())
                .startsWith(application + ": drift, re-sync of " + deployed.substring(0, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "idfdev, cert-manager",
        "idfdev, times-square",
        "idfdev, vault-secrets-operator",
        "minikube, nublado",
        "idfint, tap"
    })
    void whatCannotBeDeployedIsNotListed(String cluster, String name) {
        assertThat(choiceOf(new ApplicationId(cluster, name))).isEmpty();
    }

    @Test
    void anApplicationWithAnOpenRequestSaysSo() {
        ApplicationId application = pending();
        cluster("idfdev").behave(application.name(), Behaviour.fails("no such image"));
        DeploymentRequest request = ask("dev", application);
        awaitTask(request, "resolveFailedSync");

        JsonNode choice = await().atMost(PATIENCE)
                .until(() -> choiceOf(application), Optional::isPresent)
                .orElseThrow();

        assertThat(choice.path("label").asText()).endsWith("(" + request.id() + " is open for it)");
    }

    @Test
    void whatTheFormSendsForAPendingUpgradeIsAccepted() {
        ApplicationId application = pending();

        assertThat(deployed(application)).isEqualTo(targetOf(application, "/status/sync/revision"));
    }

    @Test
    void whatTheFormSendsForADriftIsAcceptedAsAReSync() {
        ApplicationId application = drifting();

        assertThat(deployed(application)).isEqualTo(targetOf(application, "/status/sync/revision"));
    }

    @Test
    void whatTheFormSendsForSeveralSourcesIsAccepted() {
        ApplicationId application = copyOf("idfdev", "portal");

        assertThat(deployed(application)).hasSize(2).isEqualTo(targetOf(application, "/status/sync/revisions"));
    }

    /** Starts with the form's own value, and answers the revisions that are agreed and then deployed. */
    private List<String> deployed(ApplicationId application) {
        Map<String, Object> fields = wish(application);
        fields.put("application", valueOf(application));
        cluster(application.cluster()).behave(application.name(), Behaviour.normal());

        HttpResponse<String> answer = start(signedIn("dev"), fields);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String process = tree(answer.body()).path("businessKey").asText();
        DeploymentRequest request =
                RequestId.parse(process).flatMap(requests::find).orElseThrow();
        assertThat(recorded(awaitEnd(request))).endsWith(Kind.DEPLOYED);
        return request.agreement().target();
    }

    private static List<String> targetOf(ApplicationId application, String pointer) {
        JsonNode target =
                cluster(application.cluster()).application(application.name()).at(pointer);
        return target.isArray() ? texts(target) : List.of(target.asText());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private ApplicationId drifting() {
        ApplicationId application = copyOf("idfdev", "squareone");
        await().atMost(PATIENCE)
                .until(() -> argoCd.seen(application).orElseThrow().state() instanceof Drift);
        return application;
    }
}
