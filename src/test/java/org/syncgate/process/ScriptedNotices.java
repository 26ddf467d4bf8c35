package org.syncgate.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncgate.notice.Delivery;
import org.syncgate.notice.Delivery.Delivered;
import org.syncgate.notice.Delivery.RateLimited;
import org.syncgate.notice.Delivery.Refused;
import org.syncgate.notice.Notices;

/** Channels that take what they are sent, until a test says otherwise. */
final class ScriptedNotices implements Notices {

    private final List<Post> posted = new ArrayList<>();
    private final Map<String, Delivery> answers = new HashMap<>();

    /** Starts anew, with all channels open and empty. */
    void areEmpty() {
        posted.clear();
        answers.clear();
    }

    void fails(String channel, String why) {
        answers.put(channel, new Refused(why));
    }

    void limits(String channel, Duration wait) {
        answers.put(channel, new RateLimited(wait));
    }

    void recovers(String channel) {
        answers.remove(channel);
    }

    /** The first lines of what a channel took, the first first. */
    List<String> titles(String channel) {
        return posted(channel).stream()
                .map(post -> post.text().lines().findFirst().orElseThrow())
                .toList();
    }

    List<Post> posted(String channel) {
        return posted.stream().filter(post -> post.channel().equals(channel)).toList();
    }

    /** The id that a channel gave its message of this number, from 1. */
    static String id(String channel, int number) {
        return channel + "/" + number;
    }

    @Override
    public Delivery post(Post post) {
        Delivery answer = answers.get(post.channel());
        if (answer != null) {
            return answer;
        }
        posted.add(post);
        return new Delivered(id(post.channel(), posted(post.channel()).size()));
    }
}
