package org.syncgate.start;

/**
 * As it is configured, Syncgate could not be trusted, and does not start. Whoever starts it reads the two sentences instead
 * of a stack trace.
 */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String description;
    private final String action;

    /**
     * Refuses the start.
     *
     * @param description what is wrong, naming the property
     * @param action what to do about it
     */
    public StartRefused(String description, String action) {
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
