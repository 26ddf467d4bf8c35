package org.syncgate.bypass;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much that went past the gate is still to be explained, as a metric. It is counted when the metrics are read, and never
 * else.
 */
@Component
class BypassMeter implements MeterBinder {

    private final JdbcClient jdbc;

    BypassMeter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("syncgate.bypasses.waiting", this, BypassMeter::waiting)
                .description("What went past the gate and waits for its explanation")
                .register(registry);
    }

    /** As {@link Bypass#waits} has it. */
    private long waiting() {
        return jdbc.sql("""
                        select count(*) from syncgate.bypass
                        where asked and explained_at is null and left_at is null
                        """).query(Long.class).single();
    }
}
