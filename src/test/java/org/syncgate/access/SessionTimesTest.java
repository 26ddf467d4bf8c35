package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.core.context.SecurityContextImpl;

class SessionTimesTest {

    private final MockServletContext servlets = new MockServletContext();
    private final MockHttpSession session = new MockHttpSession(servlets);
    private final SessionTimes times = new SessionTimes();

    @ParameterizedTest
    @CsvSource({"480, 600", "5, 300", "0, 600", "-1, 600"})
    void beforeTheSignInItIsTenMinutesOrTheConfiguredTimeIfThatIsLess(int minutes, int seconds) {
        servlets.setSessionTimeout(minutes);

        times.sessionCreated(new HttpSessionEvent(session));

        assertThat(session.getMaxInactiveInterval()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"480, 28800", "5, 300", "-1, -60"})
    void afterTheSignInItIsTheConfiguredTime(int minutes, int seconds) {
        servlets.setSessionTimeout(minutes);
        times.sessionCreated(new HttpSessionEvent(session));

        times.attributeAdded(
                new HttpSessionBindingEvent(session, "SPRING_SECURITY_CONTEXT", new SecurityContextImpl()));

        assertThat(session.getMaxInactiveInterval()).isEqualTo(seconds);
    }

    @Test
    void whatElseIsKeptInItChangesNothing() {
        servlets.setSessionTimeout(480);
        times.sessionCreated(new HttpSessionEvent(session));

        times.attributeAdded(new HttpSessionBindingEvent(session, "SPRING_SECURITY_SAVED_REQUEST", "x"));

        assertThat(session.getMaxInactiveInterval()).isEqualTo(600);
    }
}
