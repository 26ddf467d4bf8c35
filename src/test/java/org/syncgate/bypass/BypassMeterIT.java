package org.syncgate.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.model.BypassId;

/** What the metric counts, on a real PostgreSQL. */
@SpringBootTest(classes = LookoutIT.Tables.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class BypassMeterIT {

    private final JdbcClient jdbc;
    private final Bypasses bypasses;

    @Autowired
    BypassMeterIT(JdbcClient jdbc, Bypasses bypasses) {
        this.jdbc = jdbc;
        this.bypasses = bypasses;
    }

    @Test
    void whatIsAskedAboutCountsUntilItIsExplainedOrLeft() {
        MeterRegistry metrics = new SimpleMeterRegistry();
        new BypassMeter(jdbc).bindTo(metrics);
        double before = waiting(metrics);

        BypassId alone = seen(true, Optional.empty());
        BypassId withIt = seen(true, Optional.of(alone));
        BypassId another = seen(true, Optional.empty());
        BypassId inDev = seen(false, Optional.empty());

        assertThat(bypasses.find(withIt).orElseThrow().waits()).isTrue();
        assertThat(bypasses.find(inDev).orElseThrow().waits()).isFalse();
        assertThat(waiting(metrics)).isEqualTo(before + 3);
        bypasses.explain(alone, "rita", "Needed for the night run");
        assertThat(waiting(metrics)).isEqualTo(before + 1);
        bypasses.leave(another, "Nobody explained it.");
        assertThat(waiting(metrics)).isEqualTo(before);
    }

    private static double waiting(MeterRegistry metrics) {
        return metrics.get("syncgate.bypasses.waiting").gauge().value();
    }

    private BypassId seen(boolean asked, Optional<BypassId> askedWith) {
        return jdbc.sql("""
                        insert into syncgate.bypass (
                            cluster, application, uid, what, evidence, automatic, by, words, revisions, seen_at, asked, asked_with)
                        values (
                            'idfprod', :application, '', 'sync', 'seen', false, 'jsick', 'Seen.', '{}',
                            timestamptz '2026-11-20Z', :asked, :askedWith)
                        returning id
                        """)
                .param("application", UUID.randomUUID().toString())
                .param("asked", asked)
                .param("askedWith", askedWith.map(BypassId::number).orElse(null))
                .query((row, number) -> BypassId.of(row.getLong("id")))
                .single();
    }
}
