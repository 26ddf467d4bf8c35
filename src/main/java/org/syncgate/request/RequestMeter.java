package org.syncgate.request;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many requests are open, as metrics. They are counted when the metrics are read, and never else. */
@Component
class RequestMeter implements MeterBinder {

    private final JdbcClient jdbc;

    RequestMeter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("syncgate.requests.open", this, RequestMeter::open)
                .description("Deployment requests that are open")
                .register(registry);
        Gauge.builder("syncgate.requests.failed", this, RequestMeter::failed)
                .description("Open requests whose sync failed and that wait for a decision")
                .register(registry);
    }

    private long open() {
        return jdbc.sql("select count(*) from syncgate.request where ended_at is null")
                .query(Long.class)
                .single();
    }

    private long failed() {
        return jdbc.sql("select count(*) from syncgate.request where ended_at is null and status = :failed")
                .param("failed", Standing.Failed.TEXT)
                .query(Long.class)
                .single();
    }
}
