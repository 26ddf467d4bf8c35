package org.syncgate.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Answers what is closed; the form to sign in with, whose session has been forgotten meanwhile, is shown again. */
class PlainDenials implements AccessDeniedHandler {

    private static final String CLOSED =
            "This cannot be done in Syncgate: claim a task or release it, fill in its form, or start a process.";

    /** A session that nobody has signed in to is soon forgotten, and the token of its form with it. */
    private static final RequestMatcher FORM = WebappCalls.post(SignInPage.PATH);

    private final CallAnswers answers;

    PlainDenials(CallAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof MissingCsrfTokenException && FORM.matches(request)) {
            response.sendRedirect(SignInPage.PATH);
        } else {
            answers.refuse(request, response, HttpStatus.FORBIDDEN, CLOSED);
        }
    }
}
