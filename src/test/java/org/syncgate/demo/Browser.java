package org.syncgate.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person's browser as far as HTTP goes: cookies, the sign-in form, and the webapps' CSRF header. */
public final class Browser {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String url;

    public Browser(String url) {
        this.url = url;
    }

    /** Signs in with the id as password and opens Tasklist, as the redirect after sign-in does. */
    public static Browser of(String url, String id) {
        Browser browser = new Browser(url);
        browser.signIn(id, id);
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    public HttpResponse<String> signIn(String id, String password) {
        return submit("/login", Map.of("username", id, "password", password));
    }

    /** Submits the form that the page of this path shows, with its CSRF token. */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        Matcher token = CSRF.matcher(get(path).body());
        if (!token.find()) {
            throw new AssertionError("No CSRF token in the form of " + path);
        }
        String form = Stream.concat(Stream.of(Map.entry("_csrf", token.group(1))), fields.entrySet().stream())
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html,application/json").GET());
    }

    public HttpResponse<String> engineGet(String path) {
        return send(request(ENGINE + path).header("Accept", "application/json").GET());
    }

    public HttpResponse<String> enginePost(String path, String json) {
        return call("POST", ENGINE + path, json);
    }

    public HttpResponse<String> call(String method, String path, String json) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        token().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request);
    }

    /** Sends whatever a client can send, with the person's cookies. */
    public HttpResponse<String> raw(String path, Consumer<HttpRequest.Builder> how) {
        HttpRequest.Builder request = request(path);
        how.accept(request);
        return send(request);
    }

    /** Begins whatever a client can send, with the person's cookies, and waits for no more than the answer's head. */
    public int begin(String path) {
        try {
            HttpResponse<InputStream> answer = head(path);
            answer.body().close();
            return answer.statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The answer's body, of which nothing comes before it is read but what fits into buffers on the way. */
    public InputStream open(String path) {
        return head(path).body();
    }

    private HttpResponse<InputStream> head(String path) {
        try {
            return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The token that the webapps' pages have been given; empty before the first of them. */
    public Optional<String> token() {
        return cookie("XSRF-TOKEN");
    }

    /** What a cookie holds; empty where there is none of this name. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
