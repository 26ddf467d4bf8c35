package org.syncgate.notice;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.syncgate.notice.Delivery.Delivered;
import org.syncgate.notice.Delivery.RateLimited;
import org.syncgate.notice.Delivery.Refused;

/**
 * Posts with Slack's method
 * <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>. A message's id is its
 * {@code ts}.
 */
final class SlackNotices implements Notices {

    private static final Logger LOG = LoggerFactory.getLogger(SlackNotices.class);

    private static final int TOO_MANY_REQUESTS = 429;

    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,5}");

    /** Where Slack does not say how long to wait. */
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

    private final MethodsClient slack;
    private final Clock clock;

    /** In whole milliseconds, as pauses are kept. */
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.EPOCH);

    SlackNotices(MethodsClient slack, Clock clock) {
        this.slack = slack;
        this.clock = clock;
    }

    /**
     * Asks nothing of Slack before the end of the last {@code Retry-After}, for whatever channel:
     * <a href="https://docs.slack.dev/apis/web-api/rate-limits">limits</a> are a method's in the whole workspace.
     */
    @Override
    public Delivery post(Post post) {
        Instant now = clock.instant();
        Instant quiet = quietUntil.get();
        if (now.isBefore(quiet)) {
            return new RateLimited(Duration.between(now, quiet));
        }
        Delivery delivery = ask(post);
        if (delivery instanceof RateLimited limited) {
            Instant end = clock.instant().plus(limited.retryAfter()).truncatedTo(ChronoUnit.MILLIS);
            quietUntil.accumulateAndGet(end, (one, other) -> one.isAfter(other) ? one : other);
        }
        return delivery;
    }

    private Delivery ask(Post post) {
        try {
            return delivery(slack.chatPostMessage(request(post)));
        } catch (SlackApiException e) {
            return e.getResponse().code() == TOO_MANY_REQUESTS
                    ? rateLimited(Optional.ofNullable(e.getResponse().header("Retry-After")))
                    : new Refused("Slack answered HTTP " + e.getResponse().code() + ".");
        } catch (IOException e) {
            LOG.warn("Slack did not answer a post to {}: {}", post.channel(), e.toString());
            return new Refused(SlackErrors.words(e));
        } catch (RuntimeException e) {
            // the client does not cope with every answer
            LOG.warn(
                    "Slack's answer to a post to {} cannot be understood: {}",
                    post.channel(),
                    e.getClass().getName());
            return new Refused("Slack's answer cannot be understood. The message may have arrived all the same.");
        }
    }

    private static ChatPostMessageRequest request(Post post) {
        SlackMessage message = SlackMessage.of(post.text());
        return ChatPostMessageRequest.builder()
                .channel(post.channel())
                .text(message.fallback())
                .blocks(List.of(message.block()))
                .threadTs(post.thread().orElse(null))
                .replyBroadcast(post.broadcast() && post.thread().isPresent())
                .mrkdwn(false)
                .unfurlLinks(false)
                .unfurlMedia(false)
                .build();
    }

    private static Delivery delivery(ChatPostMessageResponse answer) {
        @Nullable String error = answer.getError();
        if (error != null && SlackErrors.saysTooMany(error)) {
            return rateLimited(header(answer.getHttpResponseHeaders(), "retry-after"));
        }
        if (!answer.isOk()) {
            return new Refused(SlackErrors.words(error == null ? "no error's name" : error));
        }
        @Nullable String ts = answer.getTs();
        return ts == null || ts.isBlank()
                ? new Refused("Slack took the message without giving its id, so it may be in the channel already.")
                : new Delivered(ts);
    }

    /** The client writes the headers' names in lower case. */
    private static Optional<String> header(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static RateLimited rateLimited(Optional<String> retryAfter) {
        return new RateLimited(retryAfter
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(USUAL_WAIT));
    }
}
