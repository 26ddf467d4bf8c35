package org.syncgate.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

/** Makes a request, and whatever else comes with its session, nobody's. */
final class EndedSession {

    private EndedSession() {}

    static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            // pages make several calls at once, and another of them was first
        }
    }
}
