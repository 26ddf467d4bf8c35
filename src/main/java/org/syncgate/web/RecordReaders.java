package org.syncgate.web;

import java.util.List;
import org.syncgate.access.Person;
import org.syncgate.model.Groups;

/** Who may have the record of a whole period; a single request's is on its page, for everybody. */
final class RecordReaders {

    private static final List<String> GROUPS =
            List.of(Groups.SYNCGATE_ADMINS, Groups.COORDINATORS, Groups.RELEASE_MANAGERS);

    /** What somebody is told who may not. */
    static final String WHO = "Only members of " + String.join(", ", GROUPS)
            + " can have the record of a period. Ask one of them, or take a single request's from its page.";

    private RecordReaders() {}

    static boolean mayReadAll(Person person) {
        return GROUPS.stream().anyMatch(person::isIn);
    }
}
