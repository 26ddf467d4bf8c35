package org.syncgate.process;

import org.syncgate.model.Revisions;
import org.syncgate.request.DeploymentRequest;

/** What the forms and names of tasks are made of. */
final class Texts {

    /** What the engine's tables hold of a variable and of a task's name; Argo CD may say more than that. */
    private static final int LONGEST_TEXT = 4_000;

    private static final int LONGEST_NAME = 255;

    private static final String REST = " … (in full under Requests)";

    private Texts() {}

    /** A task's name, cut where it is too long. */
    static String name(String text) {
        return cut(text, LONGEST_NAME);
    }

    /** A text that a form shows, cut where it is too long. */
    static String cut(String text) {
        return cut(text, LONGEST_TEXT);
    }

    /** Which application, from where to where. */
    static String about(DeploymentRequest request) {
        return request.agreement().application() + ": "
                + Revisions.brief(request.agreement().deployed()) + " → "
                + Revisions.brief(request.agreement().target());
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - REST.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + REST;
    }
}
