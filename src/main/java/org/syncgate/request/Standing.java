package org.syncgate.request;

import java.time.Instant;

/** Where a request stands. */
public sealed interface Standing {

    /** One or more sentences for people: why it waits, what Argo CD is at, how it ended. */
    String words();

    /** As it is stored and promised to machines, for instance {@code waiting}. */
    String text();

    /** No grant stands; the gate has not opened yet, and the words say why. */
    record Waiting(String words) implements Standing {

        public static final String TEXT = "waiting";

        @Override
        public String text() {
            return TEXT;
        }
    }

    /** What was agreed no longer stands, and the words say why; its requester retargets or withdraws it. */
    record Voided(String words) implements Standing {

        public static final String TEXT = "voided";

        @Override
        public String text() {
            return TEXT;
        }
    }

    /** A grant stands: the sync is being asked for or followed. Nothing withdraws it meanwhile. */
    record Syncing(String words) implements Standing {

        public static final String TEXT = "syncing";

        @Override
        public String text() {
            return TEXT;
        }
    }

    /** The sync failed, and people are asked what next. */
    record Failed(String words) implements Standing {

        public static final String TEXT = "failed";

        @Override
        public String text() {
            return TEXT;
        }
    }

    /** It is over. */
    record Ended(Outcome outcome, String words, Instant at) implements Standing {

        public static final String TEXT = "ended";

        @Override
        public String text() {
            return TEXT;
        }
    }
}
