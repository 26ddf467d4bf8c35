package org.syncgate.access;

import java.util.List;
import java.util.Locale;

/**
 * What the record calls those who are no person. Nobody who signs in can be called so: neither by an id, which the record
 * keeps, nor by a name, which its pages show.
 */
final class RecordNames {

    private static final String SYNCGATE = "syncgate";

    /** Begin how it calls machines, and those whom Argo CD names. */
    private static final List<String> OTHERS = List.of(Machine.WHO, "argo cd:");

    private RecordNames() {}

    /** Whether somebody of this id or name would be taken for Syncgate itself, a machine, or one of Argo CD's. */
    static boolean have(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return plain.equals(SYNCGATE) || OTHERS.stream().anyMatch(plain::startsWith);
    }
}
