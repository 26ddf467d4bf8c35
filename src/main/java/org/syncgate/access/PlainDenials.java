package org.syncgate.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Answers a call of the webapps that is closed as the engine answers one that it refuses, so that they show a sentence. */
class PlainDenials implements AccessDeniedHandler {

    private static final String CLOSED =
            "This cannot be done in Syncgate: claim a task or release it, fill in its form, or start a process.";

    /** A session that nobody has signed in to is soon forgotten, and the token of its form with it. */
    private static final RequestMatcher FORM = WebappCalls.post(SignInPage.PATH);

    private final AccessDeniedHandler pages = new AccessDeniedHandlerImpl();
    private final ObjectMapper json;

    PlainDenials(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof MissingCsrfTokenException && FORM.matches(request)) {
            response.sendRedirect(SignInPage.PATH);
            return;
        }
        if (!WebappCalls.API.matches(request)) {
            pages.handle(request, response, denied);
            return;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), Map.of("type", "AuthorizationException", "message", CLOSED));
    }
}
