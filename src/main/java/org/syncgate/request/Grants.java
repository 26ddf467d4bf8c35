package org.syncgate.request;

import java.util.List;
import org.syncgate.model.RequestId;

/** All that the gate has ever granted. */
public interface Grants {

    /** Every grant of a request with what was agreed at that time, the first first; empty where there is none. */
    List<Grant> of(RequestId id);
}
