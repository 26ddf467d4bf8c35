package org.syncgate.request;

import java.util.Optional;
import org.syncgate.model.RequestId;

/** What machines asked for; nothing of it is ever rewritten. */
public interface MachineAsks {

    /**
     * Lets nobody else ask as this client with this key until the transaction ends. It waits for nobody: whoever waited would
     * hold a connection for as long as the other reads a cluster.
     *
     * @return whether it does; false while somebody else asks so
     */
    boolean lock(String client, String key);

    /** What the client asked for with this key before; empty where it has not used it. */
    Optional<MachineAsk> find(String client, String key);

    /** Keeps it, with the time, in the caller's transaction. */
    void keep(MachineAsk ask);

    /** Whether it was this client that asked for the request. */
    boolean isBy(String client, RequestId request);
}
