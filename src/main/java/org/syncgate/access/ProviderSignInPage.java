package org.syncgate.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Where people come to who are not signed in: it leads on to the provider, without a word where there is nothing to say.
 * Whoever signed out, or did not get in, reads so, and goes on when they choose to.
 */
@Controller
@Profile("!" + FormSignIn.PROFILE)
class ProviderSignInPage {

    /** Where a sign-in begins. */
    static final String BEGIN = "/oauth2/authorization/" + Provider.ID;

    private static final String SIGNED_OUT = "You are signed out.";

    @GetMapping(SignInPage.PATH)
    ModelAndView show(
            @RequestParam Optional<String> fault, @RequestParam Optional<String> logout, HttpServletRequest request) {
        Optional<String> elsewhere = SignOut.takeElsewhere(request);
        if (elsewhere.isPresent()) {
            return new ModelAndView(to(elsewhere.get()));
        }
        return fault.flatMap(SignInFault::of)
                .map(why -> page(why.status(), why.sentence()))
                .or(() -> logout.map(flag -> page(HttpStatus.OK, SIGNED_OUT)))
                .orElseGet(() -> new ModelAndView(to(BEGIN)));
    }

    private static ModelAndView page(HttpStatus status, String sentence) {
        boolean isFault = status.isError();
        return new ModelAndView(
                "access/provider-sign-in", Map.of("sentence", sentence, "isFault", isFault, "begin", BEGIN), status);
    }

    /** Letter by letter: a token is no template. */
    private static RedirectView to(String url) {
        RedirectView view = new RedirectView(url);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
