package org.syncgate.model;

/**
 * How many members of one group have to approve.
 *
 * @param group a fixed group name, for instance {@code release-managers}
 * @param count at least 1
 */
public record Quorum(String group, int count) {

    public Quorum {
        if (group.isBlank() || count < 1) {
            throw new IllegalArgumentException("Not a quorum: '" + group + ":" + count + "'");
        }
    }

    /**
     * Reads {@code group:count}, or {@code group} for one.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Quorum parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new Quorum(text, 1);
        }
        try {
            return new Quorum(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not a quorum: '" + text + "'", e);
        }
    }

    /** {@code group:count}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return group + ":" + count;
    }
}
