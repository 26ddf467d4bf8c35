package org.syncgate.access;

/** The configuration would let in people who must stay out; shown by {@link StartRefusedAnalyzer}. */
class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String description;
    private final String action;

    /**
     * Refuses the start.
     *
     * @param description what is wrong, naming the property
     * @param action what to do about it
     */
    StartRefusedException(String description, String action) {
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
