package org.syncgate.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterStatus;

/**
 * What of the engine and the clusters somebody on call wants to be woken by, as metrics. Each is asked for when the metrics are
 * read, and never else.
 */
@Component
class NightWatch implements MeterBinder {

    private final RuntimeService runtime;
    private final ArgoCd argoCd;

    NightWatch(RuntimeService runtime, ArgoCd argoCd) {
        this.runtime = runtime;
        this.argoCd = argoCd;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "syncgate.incidents",
                "Steps that failed to the last try and wait for an administrator",
                watch -> watch.runtime.createIncidentQuery().count());
        gauge(
                registry,
                "syncgate.clusters.unreachable",
                "Clusters whose Kubernetes API does not answer",
                NightWatch::unreachable);
    }

    private void gauge(MeterRegistry registry, String name, String words, ToDoubleFunction<NightWatch> value) {
        Gauge.builder(name, this, value).description(words).register(registry);
    }

    private long unreachable() {
        return argoCd.clusters().stream()
                .map(ClusterStatus::reachability)
                .filter(ClusterStatus.Unreachable.class::isInstance)
                .count();
    }
}
