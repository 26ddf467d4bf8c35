package org.syncgate.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Says to a machine why it is not let in, with what RFC 6750 wants in {@code WWW-Authenticate}. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String WORTHLESS = "Bearer error=\"invalid_token\"";

    private final Machines machines;
    private final Problems problems;

    ApiRefusals(Machines machines, Problems problems) {
        this.machines = machines;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (machines.areOff()) {
            problems.write(
                    response,
                    HttpStatus.NOT_FOUND,
                    "Machines cannot ask here: " + MachineProperties.ISSUER_URI + " is not set.");
        } else if (failure instanceof TokenRefused refused) {
            if (refused.status() == HttpStatus.UNAUTHORIZED) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, WORTHLESS);
            } else if (refused.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "30");
            }
            problems.write(response, refused.status(), String.valueOf(refused.getMessage()));
        } else if (failure instanceof OAuth2AuthenticationException) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, WORTHLESS);
            problems.write(response, HttpStatus.UNAUTHORIZED, "The header Authorization holds no bearer token.");
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Show a token of the configured issuer, in the header Authorization: Bearer …");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        String scope = ApiSecurity.scope(request);
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
        problems.write(
                response,
                HttpStatus.FORBIDDEN,
                "The token lacks the scope " + scope + ": ask its issuer for one that has it.");
    }
}
