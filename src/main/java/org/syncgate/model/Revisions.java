package org.syncgate.model;

import java.util.List;
import java.util.stream.Collectors;

/** How revisions are written for people. */
public final class Revisions {

    /** As many characters as Git itself shows of a commit by default. */
    private static final int SHORT = 7;

    private Revisions() {}

    /** The first characters of each revision, for instance "1a95462", or "nothing" for none. */
    public static String brief(List<String> revisions) {
        return revisions.isEmpty()
                ? "nothing"
                : revisions.stream()
                        .map(revision -> revision.substring(0, Math.min(SHORT, revision.length())))
                        .collect(Collectors.joining(" + "));
    }
}
