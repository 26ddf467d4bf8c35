package org.syncgate.access;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * How long sessions live without a click. A sign-in needs one before anybody is known, so that strangers can have as many as
 * they like: such a session is gone in minutes, and has the configured time only once somebody has signed in with it.
 */
@Component
class SessionTimes implements HttpSessionListener, HttpSessionAttributeListener {

    /** Long enough to find one's second factor. */
    static final Duration BEFORE_SIGN_IN = Duration.ofMinutes(10);

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        int before = (int) BEFORE_SIGN_IN.toSeconds();
        int configured = configured(event.getSession());
        event.getSession().setMaxInactiveInterval(configured > 0 ? Math.min(configured, before) : before);
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY.equals(event.getName())) {
            event.getSession().setMaxInactiveInterval(configured(event.getSession()));
        }
    }

    /** In seconds; for ever where it is not more than 0. */
    private static int configured(HttpSession session) {
        return Math.toIntExact(Duration.ofMinutes(session.getServletContext().getSessionTimeout())
                .toSeconds());
    }
}
