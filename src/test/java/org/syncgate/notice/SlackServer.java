package org.syncgate.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Answers {@code chat.postMessage} over HTTP as Slack does, and fails in whatever way a test asks for. It keeps two lists:
 * what it was asked, and what people would see in a channel.
 */
public final class SlackServer implements AutoCloseable {

    /** The bot's token; any other is refused. */
    public static final String TOKEN = "xoxb-1-secret";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<HttpExchange> unanswered = new ArrayList<>();
    private final Map<String, Deque<Answer>> next = new HashMap<>();
    private final Map<String, Answer> always = new HashMap<>();

    private SlackServer(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port of this machine. */
    public static SlackServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SlackServer slack = new SlackServer(server);
            server.createContext("/api/", slack::handle);
            server.setExecutor(slack.threads);
            server.start();
            return slack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code syncgate.notice.slack.base-url}. */
    public String baseUrl() {
        return "http://localhost:" + server.getAddress().getPort() + "/api/";
    }

    /** The next posts to a channel are answered in this way, one after the other. */
    public synchronized void next(String channel, Answer... answers) {
        next.computeIfAbsent(channel, name -> new ArrayDeque<>()).addAll(Arrays.asList(answers));
    }

    /** From now on all posts to a channel are answered in this way. */
    public synchronized void always(String channel, Answer answer) {
        always.put(channel, answer);
    }

    /** Every call, whatever became of it. */
    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** What is seen in a channel, the oldest first. */
    public synchronized List<Message> messages(String channel) {
        return messages.stream()
                .filter(message -> message.asked().channel().equals(channel))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Asked post = asked(exchange);
        Answer answer = answer(post);
        Optional<Message> message = answer.stores() ? Optional.of(store(post)) : Optional.empty();
        switch (answer.manner()) {
            case LATE -> keep(exchange);
            case DROPPED -> exchange.close();
            case SPOKEN -> {
                answer.headers().forEach(exchange.getResponseHeaders()::add);
                byte[] body = message.map(SlackServer::ok).orElse(answer.body()).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            }
        }
    }

    private synchronized Answer answer(Asked post) {
        asked.add(post);
        if (!post.authorization().equals("Bearer " + TOKEN)) {
            return Answer.error("invalid_auth");
        }
        if (!post.method().equals("chat.postMessage")) {
            return Answer.error("unknown_method");
        }
        Deque<Answer> queue = next.getOrDefault(post.channel(), new ArrayDeque<>());
        return queue.isEmpty() ? always.getOrDefault(post.channel(), Answer.OK) : queue.remove();
    }

    private synchronized Message store(Asked post) {
        Message message = new Message("1763900000.%06d".formatted(messages.size() + 1), post);
        messages.add(message);
        return message;
    }

    private synchronized void keep(HttpExchange exchange) {
        unanswered.add(exchange);
    }

    private static String ok(Message message) {
        return "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"" + message.ts() + "\",\"message\":{\"type\":\"message\"}}";
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields = Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> decoded(field[0]), field -> decoded(field[1]), (one, same) -> one));
        return new Asked(
                exchange.getRequestURI().getPath().replace("/api/", ""),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse(""),
                fields);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        unanswered.forEach(HttpExchange::close);
        server.stop(0);
        threads.shutdownNow();
    }

    /**
     * One call.
     *
     * @param method Slack's method
     * @param authorization the header
     * @param fields the form's fields
     */
    public record Asked(String method, String authorization, Map<String, String> fields) {

        public String channel() {
            return fields.getOrDefault("channel", "");
        }

        /** The fallback. */
        public String text() {
            return fields.getOrDefault("text", "");
        }

        public Optional<String> thread() {
            return Optional.ofNullable(fields.get("thread_ts"));
        }

        public JsonNode blocks() {
            try {
                return JSON.readTree(fields.getOrDefault("blocks", "[]"));
            } catch (JsonProcessingException e) {
                throw new AssertionError("No JSON: " + fields.get("blocks"), e);
            }
        }

        /** What a reader sees: the blocks' texts and URLs. */
        public String shown() {
            return blocks().findValues("elements").stream()
                    .flatMap(elements -> elements.findParents("type").stream())
                    .map(element -> element.path("text").asText("")
                            + element.path("url").asText(""))
                    .collect(Collectors.joining());
        }
    }

    /** A message in a channel. */
    public record Message(String ts, Asked asked) {}

    private enum Manner {
        SPOKEN,
        LATE,
        DROPPED
    }

    /** How a post is answered. */
    public record Answer(Manner manner, boolean stores, int status, Map<String, String> headers, String body) {

        /** The message is in the channel, and Slack says so. */
        public static final Answer OK = new Answer(Manner.SPOKEN, true, 200, Map.of(), "");

        /** The message is in the channel, but the answer does not come before the client has given up. */
        public static final Answer LATE = new Answer(Manner.LATE, true, 200, Map.of(), "");

        /** The message is in the channel, but the connection breaks before the answer. */
        public static final Answer DROPPED = new Answer(Manner.DROPPED, true, 200, Map.of(), "");

        /** Slack itself is in trouble. */
        public static Answer status(int status) {
            return new Answer(Manner.SPOKEN, false, status, Map.of(), "<html>oops</html>");
        }

        /** Refused with one of Slack's errors. */
        public static Answer error(String error) {
            return body("{\"ok\":false,\"error\":\"" + error + "\"}");
        }

        /** HTTP 200 with another body. */
        public static Answer body(String body) {
            return new Answer(Manner.SPOKEN, false, 200, Map.of(), body);
        }

        /** Too many messages: to be tried again after so many seconds. */
        public static Answer rateLimited(String seconds) {
            return new Answer(
                    Manner.SPOKEN,
                    false,
                    429,
                    Map.of("Retry-After", seconds),
                    "{\"ok\":false,\"error\":\"ratelimited\"}");
        }

        /** The same in another header's place: HTTP 200 and an error. */
        public static Answer rateLimitedWithin200(String seconds) {
            return new Answer(
                    Manner.SPOKEN,
                    false,
                    200,
                    Map.of("Retry-After", seconds),
                    "{\"ok\":false,\"error\":\"ratelimited\"}");
        }
    }
}
