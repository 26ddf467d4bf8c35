package org.syncgate.policy;

import java.util.List;
import org.springframework.core.io.Resource;

/** The edition cannot be trusted with any answer, so Syncgate does not start with it (S7). */
final class UnusablePracticeException extends RuntimeException {

    UnusablePracticeException(Resource location, List<String> faults) {
        super(PracticeProperties.LOCATION + " names " + location.getDescription()
                + ", which cannot be used as the practice:\n- " + String.join("\n- ", faults));
    }
}
