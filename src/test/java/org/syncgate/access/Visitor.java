package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One person's browser in front of the proxy of a Syncgate in production: it finds {@link #SYNCGATE} behind TLS, which ends
 * at the proxy, and goes to the provider and back. Cookies are kept for each site as they are sent, Secure ones too.
 */
final class Visitor {

    static final URI SYNCGATE = URI.create("https://syncgate.example.org");

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int LONGEST_WAY = 12;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final String behindTheProxy;

    Visitor(String behindTheProxy) {
        this.behindTheProxy = behindTheProxy;
    }

    /** The address of one of Syncgate's pages, letter by letter. */
    static URI at(String path) {
        return URI.create(SYNCGATE + path);
    }

    /** Goes to a page and wherever it leads. */
    Page visit(String path) {
        return follow(at(path));
    }

    /** Signs in at the provider, on whose form a visit has ended, and goes wherever that leads. */
    Page signIn(Page form, String id) {
        return follow(submit(form, id), form.address());
    }

    /** Visits Tasklist as somebody. */
    Page enter(String id) {
        return signIn(visit(WebappCalls.TASKLIST), id);
    }

    /** The provider's answer to its form. */
    HttpResponse<String> submit(Page form, String id) {
        assertThat(form.answer().body()).as("%s", form).contains("name=\"password\"");
        Matcher token = CSRF.matcher(form.answer().body());
        assertThat(token.find()).isTrue();
        String fields = Map.of("username", id, "password", id, "_csrf", token.group(1)).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                form.address().resolve("/login"),
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    Page follow(URI start) {
        return follow(get(start), start);
    }

    private Page follow(HttpResponse<String> first, URI from) {
        HttpResponse<String> answer = first;
        URI address = from;
        for (int step = 0; step < LONGEST_WAY; step++) {
            Optional<URI> next = next(answer, address);
            if (next.isEmpty()) {
                return new Page(address, answer);
            }
            address = next.get();
            answer = get(address);
        }
        throw new AssertionError("No end of redirects at " + address);
    }

    /** Where an answer leads. */
    static Optional<URI> next(HttpResponse<String> answer, URI from) {
        return answer.statusCode() / 100 == 3
                ? answer.headers().firstValue("Location").map(from::resolve)
                : Optional.empty();
    }

    /** One answer, wherever it leads. */
    HttpResponse<String> get(URI address) {
        return send(address, HttpRequest.Builder::GET);
    }

    /** A call of a webapp. */
    HttpResponse<String> call(String method, String path, String json) {
        String token = cookies.getOrDefault(SYNCGATE.getHost(), Map.of()).getOrDefault("XSRF-TOKEN", "");
        return send(
                at(path),
                request -> request.setHeader("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    /** How many cookies Syncgate has left here, by name. */
    Map<String, String> cookies() {
        return cookies.getOrDefault(SYNCGATE.getHost(), Map.of());
    }

    private HttpResponse<String> send(URI address, UnaryOperator<HttpRequest.Builder> what) {
        boolean isSyncgate = SYNCGATE.getHost().equals(address.getHost());
        URI reached = isSyncgate
                ? URI.create(behindTheProxy
                        + address.toString().substring(SYNCGATE.toString().length()))
                : address;
        HttpRequest.Builder request = HttpRequest.newBuilder(reached).header("Accept", "text/html");
        Map<String, String> own = cookies.computeIfAbsent(address.getHost(), site -> new HashMap<>());
        if (!own.isEmpty()) {
            request.header(
                    "Cookie",
                    own.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (isSyncgate) {
            request.header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", SYNCGATE.getHost())
                    .header("X-Forwarded-For", "203.0.113.7");
        }
        try {
            HttpResponse<String> answer = http.send(what.apply(request).build(), HttpResponse.BodyHandlers.ofString());
            keep(own, answer.headers().allValues("Set-Cookie"));
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void keep(Map<String, String> own, List<String> sent) {
        for (String cookie : sent) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                own.remove(pair[0]);
            } else {
                own.put(pair[0], pair[1]);
            }
        }
    }

    /** Where a visit has ended. */
    record Page(URI address, HttpResponse<String> answer) {

        @Override
        public String toString() {
            return answer.statusCode() + " at " + address + "\n" + answer.body();
        }
    }
}
