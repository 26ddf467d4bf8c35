package org.syncgate.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Tells who did not get in why, and keeps nothing of them: no session, no wanted page. Whoever is signed in stays so
 * unless it is the provider that speaks against them: any site can lead a browser to an answer that Syncgate never asked
 * for.
 */
class SignInFailures implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailures.class);

    private static final int LOGGED = 500;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        SignInFault fault = SignInFault.of(failure);
        LOG.warn("Somebody did not get in ({}): {}", fault.code(), words(failure));
        if (fault.isTheProvidersWord() || !isSignedIn(request)) {
            EndedSession.end(request);
        }
        response.sendRedirect(SignInPage.PATH + "?fault=" + fault.code());
    }

    /** Asks the session: the security context is empty once a sign-in has failed. */
    private static boolean isSignedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    /** Part of it may be what somebody wrote into an address. */
    private static String words(Throwable failure) {
        String words = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " ");
        return words.substring(0, Math.min(LOGGED, words.length()));
    }
}
