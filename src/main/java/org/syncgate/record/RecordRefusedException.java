package org.syncgate.record;

/** With this database the record could not be kept, or not for good; shown by {@link RecordRefusedAnalyzer}. */
class RecordRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String description;
    private final String action;

    /**
     * Refuses the start.
     *
     * @param description what is wrong
     * @param action what to do about it, naming the property
     */
    RecordRefusedException(String description, String action) {
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
