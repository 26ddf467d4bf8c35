package org.syncgate.window;

import org.syncgate.model.ApplicationId;

/** What a freeze has to know of the configured services; the catalog is for others to ask. */
public interface ServiceLookup {

    /** The service that an application belongs to, {@code other} where no configured one names it. */
    String of(ApplicationId application);

    /** Whether a service of this name is configured, or it is {@code other}. */
    boolean has(String service);
}
