package org.syncgate.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Why somebody did not get in, in one sentence that says what to do. */
enum SignInFault {
    NO_GROUP(
            "no-group",
            HttpStatus.FORBIDDEN,
            "You are in no group that Syncgate lets in: ask an administrator to put you in one, then sign in again."),
    NO_ID(
            "no-id",
            HttpStatus.FORBIDDEN,
            "What the sign-in calls you cannot be kept as a name: ask an administrator to look at"
                    + " syncgate.sign-in.user-name-claim."),
    UNREACHABLE(
            "unreachable",
            HttpStatus.SERVICE_UNAVAILABLE,
            "The sign-in does not answer at the moment: try again in a minute."),
    FAILED(
            "failed",
            HttpStatus.FORBIDDEN,
            "Signing in did not work: try again, and if it stays so, tell an administrator the time.");

    private final String code;
    private final HttpStatus status;
    private final String sentence;

    SignInFault(String code, HttpStatus status, String sentence) {
        this.code = code;
        this.status = status;
        this.sentence = sentence;
    }

    /** How addresses and errors name it. */
    String code() {
        return code;
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        return sentence;
    }

    /** Whether the provider said who it is, and they must not be in. */
    boolean isTheProvidersWord() {
        return this == NO_GROUP || this == NO_ID;
    }

    static Optional<SignInFault> of(String code) {
        return Arrays.stream(values()).filter(fault -> fault.code.equals(code)).findFirst();
    }

    /** What an exception of a sign-in stands for. */
    static SignInFault of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> ofOne(cause).stream())
                .findFirst()
                .orElse(FAILED);
    }

    private static Optional<SignInFault> ofOne(Throwable failure) {
        if (failure instanceof AuthenticationServiceException) {
            return Optional.of(UNREACHABLE);
        }
        return failure instanceof OAuth2AuthenticationException refused
                ? of(refused.getError().getErrorCode())
                : Optional.empty();
    }
}
