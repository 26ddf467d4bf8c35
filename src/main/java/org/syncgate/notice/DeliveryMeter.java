package org.syncgate.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many notices do not get through, as a metric. They are counted when the metrics are read, and never else. */
@Component
class DeliveryMeter implements MeterBinder {

    private final JdbcClient jdbc;

    DeliveryMeter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("syncgate.notices.failing", this, DeliveryMeter::failing)
                .description("Notices that were tried at least once and are still to be delivered")
                .register(registry);
    }

    private long failing() {
        return jdbc.sql("""
                        select count(*) from syncgate.notice
                        where delivered_at is null and abandoned_at is null and tries > 0
                        """).query(Long.class).single();
    }
}
