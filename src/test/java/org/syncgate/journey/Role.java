package org.syncgate.journey;

/**
 * Somebody who tries. Each has one role only; whose the things are that they try it on is another.
 *
 * @param name as the table has it: a group, {@code nobody}, or {@code guest} who is in no group
 * @param person the id to sign in with; empty for nobody
 */
record Role(String name, String person) {

    /** Whether a word of the table means this role. */
    boolean is(String word) {
        return switch (word) {
            case "everybody" -> true;
            case "signed-in" -> !person.isEmpty();
            case "members" -> !person.isEmpty() && !name.equals("guest");
            default -> name.equals(word);
        };
    }
}
