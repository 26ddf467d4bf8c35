package org.syncgate.window;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.FreezeId;

/** Freezes for tests, all set by eve. */
public final class AFreeze {

    public static final String REASON = "Proposals are due on Monday";

    private AFreeze() {}

    public static Freeze of(long number, Instant from, Instant to, FreezeScope scope) {
        return new Freeze(FreezeId.of(number), new FreezeTerms(from, to, scope, REASON), "eve", from, Optional.empty());
    }

    public static FreezeScope services(String... services) {
        return new FreezeScope(List.of(services), List.of());
    }

    public static FreezeScope clusters(String... clusters) {
        return new FreezeScope(List.of(), List.of(clusters));
    }

    /** Every application belongs to this service, and there are these others. */
    public static ServiceLookup everythingIs(String service, String... others) {
        return new ServiceLookup() {

            @Override
            public String of(ApplicationId application) {
                return service;
            }

            @Override
            public boolean has(String name) {
                return name.equals(service) || List.of(others).contains(name);
            }
        };
    }
}
