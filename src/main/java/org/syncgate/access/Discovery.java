package org.syncgate.access;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.RequestEntity;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestOperations;

/**
 * What an OpenID issuer tells of itself (OpenID Connect Discovery), asked for when it is needed and remembered for a while.
 * Strangers can make Syncgate ask, and an issuer that is away costs whoever asks it seconds: so one asks at a time, nobody
 * waits long for them, and after a failure nobody asks for some seconds.
 *
 * @param <T> what is made of the document
 */
class Discovery<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** A healthy issuer has answered by then, and two who come at once after a start both get in. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final List<String> ENDPOINTS = List.of(
            "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri", "end_session_endpoint");
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final Issuer issuer;
    private final RestOperations http;
    private final Function<Map<String, Object>, T> reading;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Optional<Said<T>> last = Optional.empty();
    private volatile Optional<Failure> failure = Optional.empty();

    /**
     * Of one issuer.
     *
     * @param reading makes of the document what is wanted; an {@link IllegalArgumentException} says why it cannot
     */
    Discovery(Issuer issuer, RestOperations http, Function<Map<String, Object>, T> reading, Clock clock) {
        this.issuer = issuer;
        this.http = http;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * An issuer to ask.
     *
     * @param uri what it calls itself, letter by letter
     * @param property where that is configured
     * @param counts how long its word counts until it is asked again
     */
    record Issuer(String uri, String property, Duration counts) {}

    /** @throws AuthenticationServiceException where it does not answer, or not as itself; tells the property and why */
    T now() {
        Optional<T> fresh = fresh();
        if (fresh.isPresent()) {
            return fresh.get();
        }
        refuseAfterFailure();
        if (!isMyTurn()) {
            failure.ifPresent(before -> {
                throw fault(before.why);
            });
            return lastKnown().orElseThrow(() -> fault("it is being asked at this moment"));
        }
        try {
            return fresh().orElseGet(this::ask);
        } finally {
            asking.unlock();
        }
    }

    /** As it was said last, without asking again; empty before the first time. */
    Optional<T> lastKnown() {
        return last.map(Said::what);
    }

    private Optional<T> fresh() {
        return last.filter(said -> !clock.instant().isAfter(said.at.plus(issuer.counts)))
                .map(Said::what);
    }

    private void refuseAfterFailure() {
        failure.filter(before -> clock.instant().isBefore(before.at.plus(PAUSE)))
                .ifPresent(before -> {
                    throw fault(before.why);
                });
    }

    private boolean isMyTurn() {
        try {
            boolean isFirst = last.isEmpty() && failure.isEmpty();
            return isFirst ? asking.tryLock(GRACE.toMillis(), TimeUnit.MILLISECONDS) : asking.tryLock();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private T ask() {
        refuseAfterFailure();
        try {
            T what = reading.apply(document());
            last = Optional.of(new Said<>(what, clock.instant()));
            failure = Optional.empty();
            return what;
        } catch (RestClientException | IllegalArgumentException | ClassCastException failed) {
            failure = Optional.of(new Failure(String.valueOf(failed.getMessage()), clock.instant()));
            AuthenticationServiceException fault = fault(String.valueOf(failed.getMessage()));
            LOG.warn("{}", fault.getMessage());
            throw fault;
        }
    }

    private Map<String, Object> document() {
        URI address = URI.create(issuer.uri.replaceAll("/$", "") + "/.well-known/openid-configuration");
        Map<String, Object> document =
                http.exchange(RequestEntity.get(address).build(), DOCUMENT).getBody();
        if (document == null || !issuer.uri.equals(document.get("issuer"))) {
            throw new IllegalArgumentException(
                    "it calls itself " + (document == null ? "nothing" : document.get("issuer")));
        }
        ENDPOINTS.forEach(name -> requireGuarded(name, document));
        return document;
    }

    /** As its own address is: a key that comes over plain HTTP could be anybody's, and a code could go to anybody. */
    private void requireGuarded(String name, Map<String, Object> document) {
        Optional.ofNullable(document.get(name))
                .map(String::valueOf)
                .map(URI::create)
                .ifPresent(endpoint -> {
                    boolean isOpen =
                            GuardedAddress.isHttps(URI.create(issuer.uri)) && !GuardedAddress.isHttps(endpoint);
                    if (isOpen || !GuardedAddress.is(endpoint)) {
                        throw new IllegalArgumentException(
                                "what is sent to its " + name + ", " + endpoint + ", can be read on its way");
                    }
                });
    }

    private AuthenticationServiceException fault(String why) {
        return new AuthenticationServiceException(
                "The issuer " + issuer.uri + " of " + issuer.property + " does not answer as it should: " + why);
    }

    private record Said<T>(T what, Instant at) {}

    private record Failure(String why, Instant at) {}
}
