package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.demo.Behaviour;
import org.syncgate.demo.TableOwner;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Entry;
import org.syncgate.request.DeploymentRequest;

/** What the database itself sees to, whoever writes to it: S5 and S8. */
class RecordIT extends Journey {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TableOwner owner;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update syncgate.record set why = 'rewritten'",
                "update syncgate.record set who = 'somebody' where false",
                "delete from syncgate.record",
                "truncate syncgate.record",
                "truncate syncgate.record restart identity cascade"
            })
    void theRecordIsOnlyAppendedTo(String sql) {
        DeploymentRequest request = awaitEnd(ask("dev", pending()));
        List<Entry> before = records.of(request.id());

        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasStackTraceContaining("permission denied for table record");
        assertThatThrownBy(() -> owner.sql().sql(sql).update()).hasMessageContaining("append-only");

        assertThat(records.of(request.id())).isEqualTo(before).isNotEmpty();
    }

    @Test
    void aSecondOpenRequestForAnApplicationIsRefusedByTheDatabase() {
        ApplicationId application = pending();
        cluster(application.cluster()).behave(application.name(), Behaviour.fails("no such image"));
        DeploymentRequest first = ask("dev", application);
        awaitTask(first, "resolveFailedSync");

        assertThatThrownBy(() -> insertCopyOf(first, "'{}'"))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("one_open_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update syncgate.request set requester = 'somebody'",
                "update syncgate.request set reason = 'quite another reason'",
                "delete from syncgate.request"
            })
    void whatWasAgreedIsKeptByTheDatabase(String attempt) {
        ApplicationId application = pending();
        cluster(application.cluster()).behave(application.name(), Behaviour.fails("no such image"));
        DeploymentRequest request = ask("dev", application);
        awaitTask(request, "resolveFailedSync");

        assertThatThrownBy(() -> owner.sql()
                        .sql(attempt + " where id = :id")
                        .param("id", request.id().text())
                        .update())
                .hasMessageContaining("does not change");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update syncgate.agreement set target = '{}'", "delete from syncgate.agreement"})
    void whatWasAgreedOnIsNeverRewritten(String attempt) {
        DeploymentRequest request = ask("dev", pending());

        assertThatThrownBy(() -> owner.sql()
                        .sql(attempt + " where request = :id")
                        .param("id", request.id().text())
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void endedRequestsForAnApplicationMayBeMany() {
        ApplicationId application = pending();
        cluster(application.cluster()).behave(application.name(), Behaviour.fails("no such image"));
        DeploymentRequest first = ask("dev", application);
        awaitTask(first, "resolveFailedSync");

        transaction.executeWithoutResult(status -> {
            assertThat(
                            insertCopyOf(
                                    first,
                                    "'{\"status\": \"ended\", \"outcome\": \"expired\", \"ended_at\": \"2026-01-01T00:00:00Z\"}'"))
                    .isOne();
            status.setRollbackOnly();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"ended\"}",
                "{\"outcome\": \"deployed\"}",
                "{\"ended_at\": \"2026-01-01T00:00:00Z\"}",
                "{\"reason\": \"too short\"}",
                "{\"status\": \"unheard-of\"}"
            })
    void aRowThatContradictsItselfIsRefusedByTheDatabase(String change) {
        DeploymentRequest ended = awaitEnd(ask("dev", pending()));
        // of an ended request, so that only the contradiction can be in the way
        String open = "'{\"status\": \"waiting\", \"outcome\": null, \"ended_at\": null}'";

        assertThatThrownBy(() -> insertCopyOf(ended, open + "::jsonb || '" + change + "'"))
                .hasMessageContaining("check constraint");
    }

    /** Inserts the request's row once more, under another id and process, with some columns changed. */
    private int insertCopyOf(DeploymentRequest request, String columns) {
        return jdbc.sql("insert into syncgate.request select (jsonb_populate_record(r, "
                        + "'{\"id\": \"r-zzzzzzzz\", \"process_instance\": \"another\"}'::jsonb || " + columns
                        + ")).* from syncgate.request r where id = :id")
                .param("id", request.id().text())
                .update();
    }
}
