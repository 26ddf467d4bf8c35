package org.syncgate.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What has to be true of a token besides its signature: from this issuer, for this Syncgate, and for this moment. */
class TokenChecks implements OAuth2TokenValidator<Jwt> {

    /** As far as the clocks of two machines may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final String issuer;
    private final String audience;
    private final Clock clock;

    TokenChecks(MachineProperties properties, Clock clock) {
        this.issuer = properties.issuerUri();
        this.audience = properties.audience();
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return fault(token)
                .map(words -> OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, words, null)))
                .orElseGet(OAuth2TokenValidatorResult::success);
    }

    private Optional<String> fault(Jwt token) {
        Instant now = clock.instant();
        if (!issuer.equals(token.getClaims().get("iss"))) {
            return Optional.of("The token was issued by somebody else than " + issuer + ".");
        }
        if (!Optional.ofNullable(token.getAudience()).orElse(List.of()).contains(audience)) {
            return Optional.of(
                    "The token is not for Syncgate: ask its issuer for one with the audience " + audience + ".");
        }
        Optional<Instant> end = Optional.ofNullable(token.getExpiresAt());
        if (end.isEmpty()) {
            return Optional.of("The token has no end (exp), and one that is good for ever is not taken.");
        }
        if (!now.isBefore(end.orElseThrow().plus(SKEW))) {
            return Optional.of("The token has expired: ask its issuer for a fresh one.");
        }
        return Optional.ofNullable(token.getNotBefore())
                .filter(begin -> now.isBefore(begin.minus(SKEW)))
                .map(begin -> "The token is not good yet: look at the clocks.");
    }
}
