package org.syncgate.notice;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Slack's <a href="https://docs.slack.dev/reference/methods/chat.postMessage#errors">errors</a> with what an
 * administrator can do about them.
 */
final class SlackErrors {

    private static final Set<String> TOO_MANY = Set.of("ratelimited", "rate_limited");

    /** What Slack's names of errors look like; anything else is not repeated. */
    private static final Pattern NAME = Pattern.compile("[a-z_]{1,60}");

    private SlackErrors() {}

    static boolean saysTooMany(String error) {
        return TOO_MANY.contains(error);
    }

    /** A sentence with the error's name. */
    static String words(String error) {
        if (!NAME.matcher(error).matches()) {
            return "Slack refused the message and did not say why.";
        }
        return "Slack refused the message with " + error + advice(error) + ".";
    }

    /** What became of a post that no answer came to. */
    static String words(IOException fault) {
        if (fault instanceof ConnectException || fault instanceof UnknownHostException) {
            return "Slack cannot be reached: there is no connection to it.";
        }
        return (fault instanceof InterruptedIOException
                        ? "Slack did not answer in time."
                        : "The connection to Slack broke before it answered.")
                + " The message may have arrived all the same.";
    }

    private static String advice(String error) {
        return switch (error) {
            case "channel_not_found" ->
                ": correct the channel's name, or invite the bot if the channel is private (and give its id)";
            case "not_in_channel" -> ": invite the bot to the channel, or give its app the scope chat:write.public";
            case "is_archived" -> ": the channel is archived";
            case "missing_scope", "no_permission" -> ": give the bot's app the scope chat:write";
            case "not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired" ->
                ": " + NoticeProperties.TOKEN + " is no valid token any more";
            case "restricted_action",
                    "restricted_action_read_only_channel",
                    "restricted_action_thread_only_channel",
                    "restricted_action_non_threadable_channel",
                    "ekm_access_denied" -> ": the workspace does not let the bot post there";
            default -> "";
        };
    }
}
