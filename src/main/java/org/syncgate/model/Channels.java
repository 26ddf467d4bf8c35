package org.syncgate.model;

import java.util.regex.Pattern;

/**
 * How a channel is written: by its name with a hash, or by the id that Slack gives it, without which
 * <a href="https://docs.slack.dev/reference/methods/chat.postMessage#private">a private one</a> is not found.
 */
public final class Channels {

    private static final Pattern CHANNEL = Pattern.compile("#[^\\s#,]+|[CG][A-Z0-9]{7,20}");

    private Channels() {}

    /** Whether a message can be sent to what is written so, for instance {@code #rsp-team} or {@code C0123456789}. */
    public static boolean isChannel(String text) {
        return CHANNEL.matcher(text).matches();
    }
}
