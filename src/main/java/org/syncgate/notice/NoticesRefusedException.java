package org.syncgate.notice;

/** With this configuration nobody would be told, or not safely; shown by {@link NoticesRefusedAnalyzer}. */
class NoticesRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String description;
    private final String action;

    /**
     * Refuses the start.
     *
     * @param description what is wrong, naming the property
     * @param action what to do about it
     */
    NoticesRefusedException(String description, String action) {
        super(description + " " + action);
        this.description = description;
        this.action = action;
    }

    String description() {
        return description;
    }

    String action() {
        return action;
    }
}
