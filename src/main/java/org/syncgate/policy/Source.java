package org.syncgate.policy;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.syncgate.start.StartRefused;

/**
 * Where a decision comes from, for the sentences about it.
 *
 * @param property the property that names the file
 * @param purpose what the file is to be used as
 * @param location the file
 */
record Source(String property, String purpose, Resource location) {

    StartRefused refused(String fault) {
        return refused(List.of(fault));
    }

    /** @throws StartRefused with all of the faults, if there is one */
    void refuseIfAny(Iterable<String> faults) {
        List<String> all = new ArrayList<>();
        faults.forEach(all::add);
        if (!all.isEmpty()) {
            throw refused(all);
        }
    }

    private StartRefused refused(List<String> faults) {
        return new StartRefused(
                property + " names " + location.getDescription() + ", which cannot be used as " + purpose + ":\n- "
                        + String.join("\n- ", faults),
                "Correct the table, or let " + property + " name another one.");
    }
}
