package org.syncgate.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.model.ApplicationId;

/** Single Applications of the seeds, as a cluster would give them, for tests that need no cluster. */
public final class Seeded {

    /** The moment at which the seeds are looked at: all their dates are before it. */
    public static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    /** The version that each of them bears. */
    public static final String RESOURCE_VERSION = "4711";

    private Seeded() {}

    /**
     * A copy that may be changed.
     *
     * @param application {@code cluster/name}, as in {@code demo/place.yaml}
     */
    public static ObjectNode application(String application) {
        ApplicationId id = ApplicationId.parse(application).orElseThrow();
        ObjectNode json = DemoPlace.all(Clock.fixed(NOW, ZoneOffset.UTC)).populations().stream()
                .filter(population -> population.cluster().name().equals(id.cluster()))
                .flatMap(population -> population.objects().stream())
                .filter(object -> object.path("kind").asText().equals("Application"))
                .filter(object -> object.at("/metadata/name").asText().equals(id.name()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No seed " + application))
                .deepCopy();
        json.withObject("/metadata").put("resourceVersion", RESOURCE_VERSION);
        return json;
    }

    /** One as it is seeded. */
    public static LiveApplication live(String application) {
        return live(application, application(application));
    }

    /** A changed copy. */
    public static LiveApplication live(String application, ObjectNode json) {
        return LiveApplication.of(ApplicationId.parse(application).orElseThrow().cluster(), json);
    }
}
