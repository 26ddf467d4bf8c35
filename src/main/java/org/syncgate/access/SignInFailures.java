package org.syncgate.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Tells who did not get in why, and keeps nothing of them: no session, no wanted page. Whoever is signed in stays so
 * unless it is the provider that speaks against them: any site can lead a browser to an answer that Syncgate never asked
 * for.
 *
 * <p>An answer to no question that is open in the browser's session tells nothing of anybody. Mostly the question is one that
 * Syncgate has forgotten, while somebody looked for their second factor: they are led to ask once more, as any link could
 * lead them; but once, so that a browser that keeps no cookies does not go round in circles.
 */
class SignInFailures implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailures.class);

    private static final int LOGGED = 500;

    /** How Spring says that no such question is open. */
    private static final String UNASKED = "authorization_request_not_found";

    private static final String ONCE_MORE = SignInFailures.class.getName();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        SignInFault fault = SignInFault.of(failure);
        LOG.warn("Somebody did not get in ({}): {}", fault.code(), words(failure));
        if (isUnasked(failure) && isSignedIn(request)) {
            // another of their tabs was first
            response.sendRedirect(WebappCalls.TASKLIST);
            return;
        }
        if (isUnasked(failure) && isFirstTime(request)) {
            request.getSession().setAttribute(ONCE_MORE, true);
            response.sendRedirect(ProviderSignInPage.BEGIN);
            return;
        }
        if (fault.isTheProvidersWord() || !isSignedIn(request)) {
            EndedSession.end(request);
        }
        response.sendRedirect(SignInPage.PATH + "?fault=" + fault.code());
    }

    private static boolean isUnasked(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException refused
                && UNASKED.equals(refused.getError().getErrorCode());
    }

    /** Of a browser that keeps cookies; its session may be over. */
    private static boolean isFirstTime(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return request.isRequestedSessionIdFromCookie() && (session == null || session.getAttribute(ONCE_MORE) == null);
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
