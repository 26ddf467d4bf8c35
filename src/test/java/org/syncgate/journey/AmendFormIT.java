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
import org.syncgate.demo.Behaviour;
import org.syncgate.demo.Browser;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Revisions;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Syncing;

/** What the form of amend-request lists for whom, and that what it sends is accepted. */
class AmendFormIT extends AmendJourney {

    private static final String FORM = "/forms/amend-request.form";

    @Test
    void whoeverIsNotSignedInIsAnswered401() {
        assertThat(new Browser(url()).get(FORM).statusCode()).isEqualTo(401);
    }

    @Test
    void itIsNeverCachedSinceItShowsThisMoment() {
        assertThat(signedIn("dev").get(FORM).headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void theirOwnRequestIsListedWithWhatIsAgreed() {
        DeploymentRequest request = askForApproval("dev");

        JsonNode choice = choiceOf("dev", request).orElseThrow();

        assertThat(choice.path("value").asText()).isEqualTo(request.id() + "@nothing");
        assertThat(choice.path("label").asText())
                .isEqualTo(request.agreement().application() + ", agreed "
                        + Revisions.brief(request.agreement().target()) + " (nothing else pending)");
    }

    @Test
    void whatHasBecomePendingSinceTheFormWasOpenedIsNotAgreedOnUnseen() {
        DeploymentRequest request = askForApproval("dev");
        String choice = choiceOf("dev", request).orElseThrow().path("value").asText();
        commit(request);

        HttpResponse<String> answer = start(
                signedIn("dev"),
                "amend-request",
                Map.of("request", choice, "action", "retarget", "reason", "The chart has moved on meanwhile"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing else was pending for " + request.id(), "open it again");
        assertThat(now(request).agreementNumber()).isEqualTo(1);
    }

    @Test
    void othersRequestsAreListedForAdministratorsAlone() {
        DeploymentRequest request = askForApproval("dev");

        assertThat(choiceOf("dev2", request)).isEmpty();
        assertThat(choiceOf("rel", request)).isEmpty();
        assertThat(choiceOf("admin", request).orElseThrow().path("label").asText())
                .endsWith(", asked by Devi Developer");
    }

    @Test
    void whatIsPendingNowIsShownAndAgreedOnWhereSomebodyRetargets() {
        DeploymentRequest request = askForApproval("dev");
        commit(request);

        JsonNode choice = await().atMost(PATIENCE)
                .until(
                        () -> choiceOf("dev", request).orElseThrow(),
                        found -> found.path("value").asText().endsWith("@" + NEWER));
        assertThat(choice.path("label").asText()).endsWith(" (pending now: 0123456)");
        amend("dev", choice.path("value").asText(), "retarget");

        assertThat(now(request).agreement().target()).containsExactly(NEWER);
        assertThat(choiceOf("dev", request).orElseThrow().path("label").asText())
                .endsWith(", agreed 0123456 (nothing else pending)");
    }

    @Test
    void whatHasBecomeVoidIsListedWithWhatIsPendingThoughItIsTheSame() {
        DeploymentRequest request = askForApproval("dev");
        makeVoid(request);

        JsonNode choice = choiceOf("dev", request).orElseThrow();

        String target = Revisions.brief(request.agreement().target());
        assertThat(choice.path("label").asText())
                .endsWith(", agreement on " + target + " void (pending now: " + target + ")");
        amend("dev", choice.path("value").asText(), "retarget");
        assertThat(now(request).agreementNumber()).isEqualTo(2);
    }

    @Test
    void whatHasEndedVanishes() {
        DeploymentRequest request = askForApproval("dev");
        amend("dev", choiceOf("dev", request).orElseThrow().path("value").asText(), "withdraw");
        awaitStanding(request, Ended.class::isInstance);

        assertThat(choiceOf("dev", request)).isEmpty();
        assertThat(choiceOf("admin", request)).isEmpty();
    }

    @Test
    void whatIsBeingSyncedOrHasFailedIsNotListed() {
        ApplicationId application = pending();
        cluster("idfdev").behave(application.name(), Behaviour.neverFinishes());
        DeploymentRequest syncing = awaitStanding(ask("dev", application), Syncing.class::isInstance);
        assertThat(choiceOf("dev", syncing)).isEmpty();
        assertThat(choiceOf("admin", syncing)).isEmpty();

        ApplicationId another = pending();
        cluster("idfdev").behave(another.name(), Behaviour.fails("no such image"));
        DeploymentRequest failed = awaitStanding(ask("dev", another), Failed.class::isInstance);
        assertThat(choiceOf("dev", failed)).isEmpty();
        assertThat(choiceOf("admin", failed)).isEmpty();
    }

    @Test
    void whoeverHasNoneIsToldSo() {
        JsonNode form = form("forum");

        assertThat(choices(form)).isEmpty();
        assertThat(form.at("/components/1/text").asText()).contains("you have no request that can be amended");
    }

    @Test
    void whoeverHasOneIsNotToldSo() {
        askForApproval("dev");

        assertThat(form("dev").toString()).doesNotContain("no request that can be amended");
    }

    private JsonNode form(String person) {
        HttpResponse<String> answer = signedIn(person).get(FORM);
        assertThat(answer.statusCode()).isEqualTo(200);
        return tree(answer.body());
    }

    private static List<JsonNode> choices(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(component -> component.path("key").asText().equals("request"))
                .flatMap(select -> StreamSupport.stream(select.path("values").spliterator(), false))
                .toList();
    }

    private Optional<JsonNode> choiceOf(String person, DeploymentRequest request) {
        return choices(form(person)).stream()
                .filter(choice ->
                        choice.path("value").asText().startsWith(request.id().text()))
                .findFirst();
    }
}
