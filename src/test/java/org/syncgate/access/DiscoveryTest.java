package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.client.RestTemplate;
import org.syncgate.demo.MovableClock;

/** When an issuer is asked, and what it may say. */
class DiscoveryTest {

    private static final String ISSUER = "https://id.example.org/realms/observatory";

    private final MovableClock clock = new MovableClock(Instant.EPOCH);
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService others = Executors.newCachedThreadPool();
    private final Discovery<Object> discovery = discovery(ISSUER);

    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile HttpStatus status = HttpStatus.OK;
    private volatile String document = "{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"" + ISSUER + "/keys\"}";

    @AfterEach
    void stop() {
        held.countDown();
        others.shutdownNow();
    }

    @Test
    void itIsAskedWhereTheStandardSaysAndItsWordCountsForItsTime() {
        assertThat(discovery.now()).isEqualTo(ISSUER + "/keys");
        clock.passes(Duration.ofSeconds(60));
        discovery.now();
        assertThat(asked).hasValue(1);

        clock.passes(Duration.ofSeconds(1));
        discovery.now();

        assertThat(asked).hasValue(2);
    }

    @Test
    void afterAFailureNobodyAsksForTenSecondsAndThenAllIsWellByItself() {
        status = HttpStatus.BAD_GATEWAY;
        assertRefused("502");
        status = HttpStatus.OK;
        clock.passes(Duration.ofSeconds(9));
        assertRefused("502");
        assertThat(asked).hasValue(1);

        clock.passes(Duration.ofSeconds(1));

        assertThat(discovery.now()).isEqualTo(ISSUER + "/keys");
        assertThat(discovery.now()).isEqualTo(ISSUER + "/keys");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatItSaidBeforeDoesNotCountOnceItHasFailed() {
        discovery.now();
        clock.passes(Duration.ofSeconds(61));
        status = HttpStatus.BAD_GATEWAY;

        assertRefused("502");
        clock.passes(Duration.ofSeconds(4));
        assertRefused("502");
        assertThat(discovery.lastKnown()).contains(ISSUER + "/keys");
    }

    @Test
    void whileOneAsksNobodyElseWaitsForAnIssuerThatIsSilent() throws Exception {
        held = new CountDownLatch(1);
        Future<Object> first = others.submit(discovery::now);
        await().until(() -> asked.get() == 1);

        Future<?> second = others.submit(() -> assertRefused("it is being asked at this moment"));

        await().atMost(Duration.ofSeconds(3)).until(second::isDone);
        second.get();
        assertThat(first).isNotDone();
        held.countDown();
        assertThat(first.get()).isEqualTo(ISSUER + "/keys");
        assertThat(discovery.now()).isEqualTo(ISSUER + "/keys");
        assertThat(asked).hasValue(1);
    }

    @Test
    void twoWhoComeAtOnceAfterAStartBothGetIn() throws Exception {
        held = new CountDownLatch(1);
        Future<Object> first = others.submit(discovery::now);
        await().until(() -> asked.get() == 1);
        FutureTask<Object> second = new FutureTask<>(discovery::now);
        Thread waiting = new Thread(second);
        waiting.start();
        await().pollInterval(Duration.ofMillis(10)).until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        held.countDown();

        assertThat(first.get()).isEqualTo(ISSUER + "/keys");
        assertThat(second.get()).isEqualTo(ISSUER + "/keys");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whileItIsAskedAgainWhatItSaidLastCounts() throws Exception {
        discovery.now();
        clock.passes(Duration.ofSeconds(61));
        held = new CountDownLatch(1);
        Future<Object> first = others.submit(discovery::now);
        await().until(() -> asked.get() == 2);

        assertThat(discovery.now()).isEqualTo(ISSUER + "/keys");

        assertThat(first).isNotDone();
        held.countDown();
        first.get();
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example.org, https://elsewhere.example.org/keys, true",
        "https://id.example.org, http://id.example.org/keys, false",
        "https://id.example.org, http://localhost/keys, false",
        "https://id.example.org, ftp://id.example.org/keys, false",
        "https://id.example.org, /keys, false",
        "https://id.example.org, https:/keys, false",
        "https://id.example.org, not an address, false",
        "http://localhost:9000, http://127.0.0.1:9000/keys, true",
        "http://localhost:9000, https://id.example.org/keys, true",
        "http://localhost:9000, http://id.example.org/keys, false"
    })
    void whereItsKeysAreIsAsGuardedAsItself(String issuer, String keys, boolean isTaken) {
        for (String name : new String[] {
            "jwks_uri", "token_endpoint", "authorization_endpoint", "userinfo_endpoint", "end_session_endpoint"
        }) {
            document = "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\",\"" + name + "\":\"" + keys
                    + "\"}";
            Discovery<Object> asking = discovery(issuer);

            if (isTaken) {
                assertThat(asking.now()).isNotNull();
            } else {
                assertThatThrownBy(asking::now)
                        .isInstanceOf(AuthenticationServiceException.class)
                        .hasMessageContaining("syncgate.test.issuer-uri does not answer as it should");
            }
        }
    }

    private void assertRefused(String words) {
        assertThatThrownBy(discovery::now)
                .isInstanceOf(AuthenticationServiceException.class)
                .hasMessageContaining(words);
    }

    private Discovery<Object> discovery(String issuer) {
        return new Discovery<>(
                new Discovery.Issuer(issuer, "syncgate.test.issuer-uri", Duration.ofMinutes(1)),
                new RestTemplate(this::request),
                said -> String.valueOf(said.get("jwks_uri")),
                clock);
    }

    private ClientHttpRequest request(URI address, HttpMethod method) {
        asked.incrementAndGet();
        assertThat(address.getPath()).endsWith("/.well-known/openid-configuration");
        try {
            held.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        MockClientHttpRequest request = new MockClientHttpRequest(method, address);
        MockClientHttpResponse answer = new MockClientHttpResponse(document.getBytes(StandardCharsets.UTF_8), status);
        answer.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        request.setResponse(answer);
        return request;
    }
}
