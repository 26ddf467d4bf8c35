package org.syncgate.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Signs out of both sessions: Syncgate's, which has ended by now, and the provider's. A webapp signs out by a call that no
 * redirect would take anywhere, and goes to the sign-in page afterwards: what the provider needs waits there for it, in a
 * new session that knows nobody.
 */
class SignOut implements LogoutSuccessHandler {

    private static final String ELSEWHERE = SignOut.class.getName();

    private final SignIn signIn;

    SignOut(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        Optional<String> elsewhere = Optional.ofNullable(authentication).flatMap(signIn::signOutElsewhere);
        if (WebappCalls.LOGOUT.matches(request)) {
            elsewhere.ifPresent(url -> request.getSession().setAttribute(ELSEWHERE, url));
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect(elsewhere.orElse(SignInPage.PATH + "?logout"));
        }
    }

    /** Where somebody who has just signed out has to go, told once. */
    static Optional<String> takeElsewhere(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ELSEWHERE) instanceof String url)) {
            return Optional.empty();
        }
        session.removeAttribute(ELSEWHERE);
        return Optional.of(url);
    }
}
