package org.syncgate.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/**
 * What a browser has asked the provider and has no answer to yet, by the state that the answer has to bear. Spring keeps one
 * question for each session: of two tabs that sign in again at the same moment, the second would take the first one's away.
 */
class OpenQuestions implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** More tabs than that begin once more. */
    static final int MOST = 8;

    private static final String ATTRIBUTE = OpenQuestions.class.getName();

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return of(request).map(questions -> questions.get(state(request))).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest question, HttpServletRequest request, HttpServletResponse response) {
        if (question == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        HttpSession session = request.getSession();
        Questions questions;
        synchronized (this) {
            questions = of(request).orElseGet(Questions::new);
            session.setAttribute(ATTRIBUTE, questions);
        }
        questions.add(question);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return of(request).map(questions -> questions.take(state(request))).orElse(null);
    }

    private static Optional<Questions> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(Questions.class::cast);
    }

    private static String state(HttpServletRequest request) {
        return String.valueOf(request.getParameter(OAuth2ParameterNames.STATE));
    }

    private static final class Questions implements Serializable {

        private static final long serialVersionUID = 1L;

        private final LinkedHashMap<String, OAuth2AuthorizationRequest> byState = new LinkedHashMap<>();

        synchronized void add(OAuth2AuthorizationRequest question) {
            if (byState.size() >= MOST) {
                byState.remove(byState.keySet().iterator().next());
            }
            byState.put(question.getState(), question);
        }

        synchronized @Nullable OAuth2AuthorizationRequest get(String state) {
            return byState.get(state);
        }

        synchronized @Nullable OAuth2AuthorizationRequest take(String state) {
            return byState.remove(state);
        }
    }
}
