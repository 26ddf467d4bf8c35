package org.syncgate.policy;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;

/**
 * Where a decision comes from, for the sentences about it.
 *
 * @param property the property that names the file
 * @param purpose what the file is to be used as
 * @param location the file
 */
record Source(String property, String purpose, Resource location) {

    UnusablePracticeException refused(String fault) {
        return new UnusablePracticeException(this, List.of(fault));
    }

    /** @throws UnusablePracticeException with all of the faults, if there is one */
    void refuseIfAny(Iterable<String> faults) {
        List<String> all = new ArrayList<>();
        faults.forEach(all::add);
        if (!all.isEmpty()) {
            throw new UnusablePracticeException(this, all);
        }
    }
}
