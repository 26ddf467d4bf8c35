package org.syncgate.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Tells by its token which machine it is. The client is read from one claim alone: with a second one to fall back on,
 * whoever can choose the second, a user's own name for instance, could pass for a machine.
 */
@Component
class MachineTokens {

    private final Machines machines;
    private final TokenIssuer issuer;
    private final String claim;

    MachineTokens(Machines machines, TokenIssuer issuer, MachineProperties properties) {
        this.machines = machines;
        this.issuer = issuer;
        this.claim = properties.clientIdClaim();
    }

    /**
     * Who shows this token.
     *
     * @throws TokenRefused if it is not good, or is no configured machine's
     */
    Authentication authenticate(Authentication shown) {
        Jwt token = read(((BearerTokenAuthenticationToken) shown).getToken());
        if (!(token.getClaims().get(claim) instanceof String client) || client.isBlank()) {
            throw TokenRefused.stranger("The token does not say which client it was issued to: it has no claim " + claim
                    + ", which syncgate.machines.client-id-claim names.");
        }
        Machine machine = machines.find(client)
                .orElseThrow(() -> TokenRefused.stranger("Syncgate does not know the client " + client
                        + ": name it, and who answers for it, under " + MachineProperties.CLIENTS + "."));
        return new MachineAuthentication(machine, scopes(token));
    }

    private Jwt read(String token) {
        try {
            return issuer.decoder().decode(token);
        } catch (JwtValidationException e) {
            throw TokenRefused.worthless(e.getErrors().iterator().next().getDescription());
        } catch (BadJwtException e) {
            throw TokenRefused.worthless("The token cannot be read, or the configured issuer has not signed it.");
        } catch (JwtException e) {
            throw issuer.unreachable();
        }
    }

    /** Written as a text with spaces (RFC 8693), or as a list, under either of two names. */
    private static List<String> scopes(Jwt token) {
        Object scopes = token.hasClaim("scope")
                ? token.getClaims().get("scope")
                : token.getClaims().get("scp");
        if (scopes instanceof String text) {
            return Arrays.stream(text.split(" "))
                    .filter(scope -> !scope.isEmpty())
                    .toList();
        }
        return scopes instanceof Collection<?> list
                ? list.stream().filter(Objects::nonNull).map(Object::toString).toList()
                : List.of();
    }
}
