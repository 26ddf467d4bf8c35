package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.bypass.Bypass;
import org.syncgate.bypass.What;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Voided;

/** What goes past the gate is seen, recorded once, and announced and explained in the gated tiers (S9). */
class BypassIT extends BypassJourney {

    private static final String WHY = "The token server was down <b>at night</b>";

    @Test
    void somebodysSyncInProdIsSeenOnceAnnouncedAndExplainedByAReleaseManager() {
        ApplicationId application = copyOf("idfprod", "gafaelfawr");

        cluster("idfprod").foreignSync(application.name(), "jsick");

        Bypass bypass = awaitBypass(application);
        assertThat(bypass.by()).isEqualTo("jsick");
        assertThat(bypass.revisions()).containsExactly(target(application));
        await().atMost(PATIENCE)
                .until(() -> lastHistory(application)
                        .at("/initiatedBy/username")
                        .asText()
                        .equals("jsick"));
        String task = awaitTask(bypass);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(written.of(bypass.id()))
                        .filteredOn(notice -> notice.deliveredAt().isPresent())
                        .extracting(Notice::kind, Notice::channel)
                        .containsExactly(tuple(NoticeKind.BYPASS, "#rsp-team")));
        assertThat(explain("dev", task, WHY).statusCode()).isEqualTo(403);
        assertThat(explain("admin", task, WHY).statusCode()).isEqualTo(403);
        assertThat(explain("rel", task, "Why not").statusCode()).isEqualTo(400);

        HttpResponse<String> answer = explain("rel", task, WHY);

        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(written.of(bypass.id()))
                        .filteredOn(notice -> notice.deliveredAt().isPresent())
                        .extracting(Notice::kind)
                        .containsExactly(NoticeKind.BYPASS, NoticeKind.BYPASS_EXPLAINED));
        assertThat(records.of(bypass.id()))
                .extracting(Entry::kind, Entry::who)
                .contains(tuple(Kind.BYPASS_SEEN, "Argo CD: jsick"), tuple(Kind.BYPASS_EXPLAINED, "rel"));
        assertThat(bypassesOf(application)).hasSize(1);
        assertThat(signedIn("forum").get("/bypasses").body())
                .containsPattern("(?s)id=\"" + bypass.id()
                        + "\".*?Explained.*?The token server was down &lt;b&gt;at night&lt;/b&gt;.*?Rita Release");
    }

    @ParameterizedTest
    @CsvSource({"idfint, nublado", "idfprod, portal"})
    void autoSyncThatIsSwitchedOnInAGatedTierIsAskedAboutAndItsSyncsWithIt(String cluster, String seeded) {
        ApplicationId application = copyOf(cluster, seeded);

        edit(application, json -> json.withObject("/spec/syncPolicy").putObject("automated"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bypassesOf(application))
                        .extracting(Bypass::what, Bypass::by)
                        .containsExactly(tuple(What.SYNC, "auto-sync"), tuple(What.AUTO_SYNC, "somebody")));
        List<Bypass> found = bypassesOf(application);
        awaitTask(found.get(1));
        assertThat(found.get(0).askedWith()).contains(found.get(1).id());
        edit(application, json -> json.withObject("/spec/syncPolicy").remove("automated"));
    }

    @Test
    void somebodysSyncInDevIsRecordedAndNobodyIsAsked() {
        ApplicationId application = pending();

        cluster("idfdev").foreignSync(application.name(), "jsick");

        Bypass bypass = awaitBypass(application);
        assertThat(bypass.asked()).isFalse();
        assertThat(records.of(bypass.id())).extracting(Entry::kind).containsExactly(Kind.BYPASS_SEEN);
        await().atMost(PATIENCE)
                .until(() -> lastHistory(application)
                        .at("/initiatedBy/username")
                        .asText()
                        .equals("jsick"));
        assertThat(written.of(bypass.id())).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(bypass.id().text())
                        .count())
                .isZero();
        assertThat(bypassesOf(application)).hasSize(1);
    }

    @Test
    void whatDeploysTheVeryTargetOfARequestIsSeenOnItsPageAsWell() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = ask("dev", application);
        awaitWaiting(request, "sync windows");

        cluster("idfdev").foreignSync(application.name(), "jsick");

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED_OUTSIDE);
        Bypass bypass = awaitBypass(application);
        assertThat(bypass.request()).contains(request.id());
        assertThat(signedIn("dev").get("/requests/" + request.id()).body())
                .contains("Past the gate meanwhile", bypass.id().text(), bypass.words());
    }

    @Test
    void whatBearsTheIdOfARequestWithoutAGrantIsSeenAndSaysWhoseItPretendsToBe() {
        ApplicationId application = pendingBehindShutWindow();
        DeploymentRequest request = ask("dev", application);
        awaitWaiting(request, "sync windows");

        edit(application, json -> forge(json, request, NEWER));

        Bypass bypass = awaitBypass(application);
        assertThat(bypass.words()).contains("says that it belongs to request " + request.id());
        assertThat(bypass.by()).isEqualTo("somebody");
    }

    @Test
    void markupAndControlCharactersInANameAreShownAsPlainText() {
        ApplicationId application = copyOf("idfprod", "gafaelfawr");

        cluster("idfprod")
                .foreignSync(application.name(), "<script>alert(1)</script>\u0000\u202e\n" + "x".repeat(3_000));

        Bypass bypass = awaitBypass(application);
        assertThat(bypass.by()).startsWith("<script>alert(1)</script> xxx").hasSize(120);
        assertThat(signedIn("dev").get("/bypasses").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; xxx")
                .doesNotContain("<script>alert(1)");
        String task = awaitTask(bypass);
        assertThat((String) tasks.getVariable(task, "why")).contains("\\<script\\>alert\\(1\\)\\<\\/script\\> xxx");
    }

    @Test
    void aSourceThatIsChangedUnderARequestIsSeenBesidesTheVoiding() {
        ApplicationId application = copyOf("idfprod", "gafaelfawr");
        DeploymentRequest request = ask("dev", application);

        edit(application, json -> json.withObject("/spec/source").put("targetRevision", "elsewhere"));

        assertThat(awaitBypass(application))
                .extracting(Bypass::what, bypass -> bypass.request().orElseThrow())
                .containsExactly(What.SOURCE, request.id());
        awaitStanding(request, Voided.class::isInstance);
        assertThat(bypassesOf(application)).hasSize(1);
    }

    @Test
    void whatSyncgateSyncsItselfIsNoneAlsoWhenItTriesAgain() {
        ApplicationId application = pending();
        behave(application, Behaviour.fails("no"));
        DeploymentRequest request = ask("dev", application);
        awaitFailed(request);
        behave(application, Behaviour.normal());
        decide(request, "retry");
        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);

        // what is seen after it is seen after it
        cluster("idfdev").foreignSync(application.name(), "jsick");

        awaitBypass(application);
        assertThat(bypassesOf(application)).extracting(Bypass::by).containsExactly("jsick");
    }

    @ParameterizedTest
    @CsvSource({"dev", "rel", "coord", "tel", "forum", "admin"})
    void nobodyStartsTheQuestionByHand(String person) {
        HttpResponse<String> answer = start(signedIn(person), "explain-bypass", Map.of("explanation", WHY));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("Syncgate starts explain-bypass itself");
    }

    @Test
    void whoeverIsNotSignedInSeesNothing() {
        assertThat(new org.syncgate.demo.Browser(url()).get("/bypasses").body()).doesNotContain("Past the gate");
    }

    private HttpResponse<String> explain(String person, String task, String explanation) {
        return complete(signedIn(person), task, Map.of("explanation", explanation));
    }

    private static void forge(ObjectNode json, DeploymentRequest request, String revision) {
        ObjectNode operation = json.putObject("operation");
        operation.putObject("initiatedBy").put("username", "syncgate:" + request.id());
        operation
                .putArray("info")
                .add(pair(json, "syncgate/request", request.id().text()))
                .add(pair(json, "syncgate/attempt", "1"));
        operation.putObject("sync").put("revision", revision).set("source", json.at("/spec/source"));
        json.withObject("/status").remove("operationState");
    }

    private static ObjectNode pair(ObjectNode json, String name, String value) {
        return json.objectNode().put("name", name).put("value", value);
    }
}
