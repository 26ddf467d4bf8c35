package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.bypass.Bypass;
import org.syncgate.bypass.BypassSeen;
import org.syncgate.bypass.Bypasses;
import org.syncgate.bypass.Explanation;
import org.syncgate.model.BypassId;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;

/** What went past the gate is announced, and a release manager explains it, or nobody does. */
@Walks("explain-bypass")
class ExplainBypassTests extends PathRun {

    private static final String WHY = "The token server was down at <b>night</b>";

    @Autowired
    Bypasses bypasses;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BypassTimes bypassTimes;

    private Bypass bypass;

    ExplainBypassTests() {
        super(RELEASE_MANAGER);
    }

    @BeforeEach
    void somethingWentPastTheGate() {
        bypass = seen("sync", "j<i>sick", "null", "null");
    }

    @Test
    void itIsAnnouncedAtOnceAndTheReleaseManagersAreAsked() {
        run();

        assertThat(channels.posted(RSP_TEAM)).singleElement().satisfies(post -> {
            assertThat(post.text())
                    .startsWith("Past the gate: idfprod/gafaelfawr (science prod)\n"
                            + "Argo CD began to sync it, as j<i>sick asked.\nSeen at ")
                    .contains("The release managers are asked to explain it.")
                    .endsWith("/bypasses#" + bypass.id())
                    .doesNotContain("${", "[(", "Open request", "\n\n");
            assertThat(post.broadcast()).isTrue();
        });
        assertThat(task().getTaskDefinitionKey()).isEqualTo("explainBypass");
        assertThat(task().getName()).isEqualTo("Explain what went past the gate: idfprod/gafaelfawr");
        assertThat(task("release-managers").getId()).isEqualTo(task().getId());
        assertThat(tasks.getVariablesLocal(task().getId()))
                .hasEntrySatisfying(
                        Vars.ABOUT, about -> assertThat((String) about).contains("by j\\<i\\>sick as Argo CD has it"))
                .hasEntrySatisfying(Vars.WHY, why -> assertThat((String) why).contains("as j\\<i\\>sick asked"))
                .containsEntry(Vars.PAGE, "/bypasses#" + bypass.id());
    }

    @Test
    void aReleaseManagerExplainsItAndThatIsKeptAndTold() {
        run();

        complete("rel", task(), Map.of("explanation", WHY));

        assertThat(bypasses.find(bypass.id()).orElseThrow().explanation())
                .contains(new Explanation(WHY, "rel", clock.instant()));
        assertThat(records.of(bypass.id()))
                .filteredOn(entry -> entry.kind() == Kind.BYPASS_EXPLAINED)
                .singleElement()
                .extracting(Entry::who, Entry::why)
                .containsExactly("rel", WHY);
        assertThat(channels.posted(RSP_TEAM))
                .last()
                .satisfies(post -> assertThat(post.text())
                        .startsWith(
                                "rel explained what went past the gate of idfprod/gafaelfawr\n" + WHY + "\nSeen at "));
        assertThat(task()).isNull();
        assertThat(endOf()).isEqualTo("bypassExplained");
    }

    @ParameterizedTest
    @CsvSource({"dev", "coord", "tel", "forum", "admin"})
    void nobodyElseExplainsIt(String person) {
        run();
        Task task = task();

        refused(() -> complete(person, task, Map.of("explanation", WHY))).isInstanceOf(AuthorizationException.class);

        assertThat(bypasses.find(bypass.id()).orElseThrow().waits()).isTrue();
    }

    @Test
    void whatSaysNothingOrTooMuchOrSomethingElseIsRefused() {
        run();

        refused(() -> complete("rel", task(), Map.of("explanation", "Too short")))
                .hasMessageContaining("10 to 2000 characters; it has 9.");
        refused(() -> complete("rel", task(), Map.of("explanation", "x".repeat(2_001))))
                .hasMessageContaining("it has 2001.");
        refused(() -> complete("rel", task(), Map.of())).hasMessageContaining("it has 0.");
        refused(() -> complete("rel", task(), Map.of("explanation", 4711))).hasMessageContaining("has to be a text");
        refused(() -> complete("rel", task(), Map.of("explanation", WHY, "explanationExpiresAt", "2099")))
                .hasMessageContaining("no field explanationExpiresAt");
        assertThat(bypasses.find(bypass.id()).orElseThrow().waits()).isTrue();
        complete("rel", task(), Map.of("explanation", "x".repeat(2_000)));
        assertThat(endOf()).isEqualTo("bypassExplained");
    }

    @Test
    void whoeverHasNotExplainedItIsRemindedOnceAndItStaysUnexplainedInTheEnd() {
        run();
        assertThat(due("explanationReminderDue")).isEqualTo(clock.instant().plus(bypassTimes.reminder()));
        assertThat(task().getDueDate().toInstant())
                .isEqualTo(due("explanationExpired"))
                .isEqualTo(clock.instant().plus(bypassTimes.expiry()));

        clock.passes(bypassTimes.reminder());
        fire("explanationReminderDue");
        assertThat(task().getName()).startsWith("Reminder: Explain what went past the gate");
        assertThat(kinds()).endsWith(Kind.BYPASS_REMINDED);

        clock.passes(bypassTimes.expiry());
        fire("explanationExpired");

        assertThat(kinds()).contains(Kind.BYPASS_UNEXPLAINED);
        assertThat(channels.titles(RSP_TEAM))
                .last()
                .isEqualTo("Nobody explained what went past the gate of idfprod/gafaelfawr");
        assertThat(task()).isNull();
        assertThat(endOf()).isEqualTo("bypassLeft");
        assertThat(bypasses.find(bypass.id()).orElseThrow().leftAt()).contains(clock.instant());
    }

    @Test
    void whatIsExplainedBeforeItsReminderRunsIsRemindedOfNoMore() {
        run();
        step("explanationReminderDue");
        as("rel", () -> tasks.complete(task().getId(), Map.of("explanation", WHY)));

        run();

        assertThat(kinds()).doesNotContain(Kind.BYPASS_REMINDED);
    }

    @Test
    void whatIsAskedAboutWithAnotherHasNeitherMessageNorTaskAndIsExplainedWithIt() {
        run();
        Bypass second =
                seen("sync", "auto-sync", "null", String.valueOf(bypass.id().number()));
        run();
        assertThat(channels.posted(RSP_TEAM)).hasSize(1);
        assertThat(tasks.createTaskQuery().count()).isEqualTo(1);

        complete("rel", task(), Map.of("explanation", WHY));

        assertThat(bypasses.find(second.id()).orElseThrow().explanation())
                .map(Explanation::text)
                .contains(WHY);
    }

    @Test
    void aChangeUnderARequestIsToldBesidesItsVoiding() {
        run();
        complete("rel", task(), Map.of("explanation", WHY));
        DeploymentRequest request = started();
        argoCd.edit(json -> json.withObject("/spec/source").put("targetRevision", "v2"));
        moved();
        run();
        assertThat(notices(request)).endsWith(NoticeKind.VOIDING);

        Bypass changed = seen("source", "somebody", "'" + request.id() + "'", "null");
        run();

        assertThat(written.of(changed.id()))
                .extracting(Notice::kind, Notice::channel)
                .containsExactly(tuple(NoticeKind.BYPASS, RSP_TEAM));
        Task asked = task("release-managers");
        assertThat(asked.getTaskDefinitionKey()).isEqualTo("explainBypass");
        assertThat((String) tasks.getVariable(asked.getId(), Vars.DETAILS))
                .contains("Open request: [" + request.id() + "](/requests/" + request.id() + ")");
    }

    @Test
    void aSyncWhileARequestIsOpenNamesItWhereItIsTold() {
        run();
        complete("rel", task(), Map.of("explanation", WHY));
        DeploymentRequest request = started();

        Bypass other = seen("sync", "jsick", "'" + request.id() + "'", "null");
        run();

        assertThat(written.of(other.id()))
                .extracting(Notice::kind, Notice::channel)
                .containsExactly(tuple(NoticeKind.BYPASS, RSP_TEAM));
        assertThat(written.of(other.id()).get(0).text()).contains("\nOpen request: http://localhost:");
    }

    @Test
    void whatCannotBeToldIsAnAdministratorsToResolve() {
        channels.fails(RSP_TEAM, "The channel is archived");
        run();
        while (waitsFor("nextTryDue")) {
            clock.passes(Duration.ofMinutes(30));
            fireEach("nextTryDue");
        }

        Task resolving = task("syncgate-admins");
        assertThat(resolving.getName())
                .isEqualTo("Resolve the undelivered notice of what went past the gate to #rsp-team");
        channels.recovers(RSP_TEAM);
        complete("admin", resolving, Map.of("action", "retry"));

        assertThat(channels.titles(RSP_TEAM)).containsExactly("Past the gate: idfprod/gafaelfawr (science prod)");
    }

    /** As it is when a look has found it. */
    private Bypass seen(String what, String by, String request, String askedWith) {
        Long id = jdbc.sql("""
                        insert into syncgate.bypass (
                            cluster, application, uid, what, evidence, automatic, by, words, revisions, request, seen_at,
                            asked, asked_with)
                        select :cluster, 'gafaelfawr', '', :what, 'seen ' || (select count(*) from syncgate.bypass), false,
                            :by, 'Argo CD began to sync it, as ' || :by || ' asked.', '{}', %s, :now, true, %s
                        returning id
                        """.formatted(request, askedWith))
                .param("cluster", application().cluster())
                .param("what", what)
                .param("by", by)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class)
                .single();
        Bypass kept = bypasses.find(BypassId.of(id)).orElseThrow();
        transaction.executeWithoutResult(status -> events.publishEvent(new BypassSeen(kept)));
        return kept;
    }

    private List<Kind> kinds() {
        return records.of(bypass.id()).stream().map(Entry::kind).toList();
    }

    private String endOf() {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(bypass.id().text())
                .processDefinitionKey("explain-bypass")
                .singleResult()
                .getEndActivityId();
    }
}
