package org.syncgate.bypass;

import java.util.List;
import java.util.Optional;
import org.syncgate.model.BypassId;
import org.syncgate.model.RequestId;

/** All that went past the gate, with the record kept in step (S8). */
public interface Bypasses {

    /** Reads one. */
    Optional<Bypass> find(BypassId id);

    /** Reads one and locks its row until the transaction ends. */
    Optional<Bypass> lock(BypassId id);

    /**
     * The last of them, the last first.
     *
     * @param before only those that were seen before this one; empty for the very last
     */
    List<Bypass> last(Optional<BypassId> before, int atMost);

    /** Those that were seen while a request was open for their application, the first first. */
    List<Bypass> of(RequestId request);

    /**
     * Keeps the explanation of one and of all that are asked about with it, unless that has been settled.
     *
     * @return those that it explains; empty where there is nothing to explain any more
     */
    List<Bypass> explain(BypassId id, String who, String text);

    /**
     * Leaves one and all that are asked about with it unexplained, unless that has been settled.
     *
     * @return those that are left; empty where there is nothing to explain any more
     */
    List<Bypass> leave(BypassId id, String why);
}
