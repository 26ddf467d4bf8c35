package org.syncgate.access;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The form to sign in with, which in profile {@code local} also tells who one can be. */
@Controller
@Profile(FormSignIn.PROFILE)
class SignInPage {

    static final String PATH = "/login";

    private final LocalSignInProperties properties;

    SignInPage(LocalSignInProperties properties) {
        this.properties = properties;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("users", properties.users());
        return "access/sign-in";
    }
}
