package org.syncgate.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Tells who did not get in why, and keeps nothing of them: no session, no wanted page. */
class SignInFailures implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailures.class);

    private static final int LOGGED = 500;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        SignInFault fault = SignInFault.of(failure);
        LOG.warn("Somebody did not get in ({}): {}", fault.code(), words(failure));
        EndedSession.end(request);
        response.sendRedirect(SignInPage.PATH + "?fault=" + fault.code());
    }

    /** Part of it may be what somebody wrote into an address. */
    private static String words(Throwable failure) {
        String words = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " ");
        return words.substring(0, Math.min(LOGGED, words.length()));
    }
}
