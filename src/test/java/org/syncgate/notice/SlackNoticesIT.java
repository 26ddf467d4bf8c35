package org.syncgate.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.demo.MovableClock;
import org.syncgate.notice.Delivery.Delivered;
import org.syncgate.notice.Delivery.RateLimited;
import org.syncgate.notice.Delivery.Refused;
import org.syncgate.notice.Notices.Post;
import org.syncgate.notice.SlackServer.Answer;

class SlackNoticesIT {

    private static final String CHANNEL = "#rsp-team";

    /** For an answer that stays out; on a busy machine others too may take as long. */
    private static final SlackTimes SHORT =
            new SlackTimes(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(2));

    private final SlackServer server = SlackServer.start();
    private final MovableClock clock = new MovableClock(NoticeDatabase.START);
    private final Notices slack = slack(server.baseUrl(), SlackServer.TOKEN, SlackTimes.USUAL);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPostIsOneCallWithTheTokenInTheHeaderAlone() {
        Delivery delivery = slack.post(post("Deploy <gafaelfawr>\nSee https://example.org/a & b"));

        assertThat(delivery)
                .isEqualTo(new Delivered(server.messages(CHANNEL).get(0).ts()));
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("chat.postMessage");
            assertThat(asked.authorization()).isEqualTo("Bearer " + SlackServer.TOKEN);
            assertThat(asked.fields())
                    .containsEntry("channel", CHANNEL)
                    .containsEntry("text", "Deploy &lt;gafaelfawr&gt;\nSee https://example.org/a &amp; b")
                    .containsEntry("mrkdwn", "0")
                    .containsEntry("unfurl_links", "0")
                    .containsEntry("unfurl_media", "0")
                    .containsEntry("link_names", "0")
                    .doesNotContainKeys("token", "thread_ts");
            assertThat(asked.shown()).isEqualTo("Deploy <gafaelfawr>\nSee https://example.org/a & b");
        });
    }

    @Test
    void anAnswerGoesIntoTheThread() {
        slack.post(new Post(CHANNEL, "Synced", Optional.of("1763900000.000001"), false));

        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.thread()).contains("1763900000.000001");
            assertThat(asked.fields()).containsEntry("reply_broadcast", "0");
        });
    }

    @Test
    void anAnswerThatEverybodyHasToSeeIsShownInTheChannelAsWell() {
        slack.post(new Post(CHANNEL, "Another revision", Optional.of("1763900000.000001"), true));
        slack.post(new Post(CHANNEL, "The first", Optional.empty(), true));

        assertThat(server.asked())
                .extracting(asked -> asked.fields().get("reply_broadcast"))
                .containsExactly("1", "0");
    }

    @Test
    void anAddressWithoutASlashAtItsEndWillDo() {
        String address = server.baseUrl().replaceFirst("/$", "");

        assertThat(slack(address, SlackServer.TOKEN, SlackTimes.USUAL).post(post("Hello")))
                .isInstanceOf(Delivered.class);
    }

    @Test
    void anErrorIsToldWithWhatToDoAboutIt() {
        server.next(CHANNEL, Answer.error("not_in_channel"));

        assertThat(refusal())
                .isEqualTo("Slack refused the message with not_in_channel: invite the bot to the channel, or give its"
                        + " app the scope chat:write.public.");
    }

    @Test
    void aWrongTokenIsToldWithoutNamingIt() {
        Delivery delivery =
                slack(server.baseUrl(), "xoxb-other", SlackTimes.USUAL).post(post("Hello"));

        assertThat(delivery)
                .isEqualTo(new Refused("Slack refused the message with invalid_auth: syncgate.notice.slack.token is no"
                        + " valid token any more."));
    }

    @Test
    void anErrorThatIsNoNameIsNotRepeated() {
        server.next(CHANNEL, Answer.error("<b>token xoxb-1-secret</b>"));

        assertThat(refusal()).isEqualTo("Slack refused the message and did not say why.");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 404, 302})
    void anotherStatusThan200IsARefusal(int status) {
        server.next(CHANNEL, Answer.status(status));

        assertThat(refusal()).isEqualTo("Slack answered HTTP " + status + ".");
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "<html>", "{", "[]", "{}", "{\"ok\":true}", "{\"ok\":true,\"ts\":\"\"}"})
    void anAnswerThatSaysNothingIsNoDelivery(String body) {
        server.next(CHANNEL, Answer.body(body));

        assertThat(refusal()).startsWith("Slack");
    }

    @Test
    void tooManyMessagesWaitAsLongAsSlackSays() {
        server.next(CHANNEL, Answer.rateLimited("42"), Answer.rateLimitedWithin200("7"));

        assertThat(slack.post(post("Hello"))).isEqualTo(new RateLimited(Duration.ofSeconds(42)));
        clock.passes(Duration.ofSeconds(42));
        assertThat(slack.post(post("Hello"))).isEqualTo(new RateLimited(Duration.ofSeconds(7)));
    }

    @Test
    void untilThenSlackIsAskedForNoOtherChannelEither() {
        server.next(CHANNEL, Answer.rateLimited("42"));
        slack.post(post("Hello"));
        clock.passes(Duration.ofSeconds(41));

        assertThat(slack.post(new Post("#dm-docs", "Hello", Optional.empty(), false)))
                .isEqualTo(new RateLimited(Duration.ofSeconds(1)));
        assertThat(server.asked()).hasSize(1);

        clock.passes(Duration.ofSeconds(1));
        assertThat(slack.post(new Post("#dm-docs", "Hello", Optional.empty(), false)))
                .isInstanceOf(Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "soon", "99999999999999999999"})
    void tooManyMessagesWaitHalfAMinuteWhereSlackSaysNothingSensible(String seconds) {
        server.next(CHANNEL, Answer.rateLimited(seconds));

        assertThat(slack.post(post("Hello"))).isEqualTo(new RateLimited(Duration.ofSeconds(30)));
    }

    @Test
    void aLateAnswerMeansThatNobodyKnows() {
        server.next(CHANNEL, Answer.LATE);

        Delivery delivery = slack(server.baseUrl(), SlackServer.TOKEN, SHORT).post(post("Hello"));

        assertThat(delivery)
                .isEqualTo(new Refused("Slack did not answer in time. The message may have arrived all the same."));
    }

    @Test
    void aConnectionThatBreaksAfterThePostIsNotPostedToASecondTime() {
        slack.post(post("Keeps a connection open, which a client may take for stale"));
        server.next(CHANNEL, Answer.DROPPED);

        assertThat(refusal())
                .isEqualTo(
                        "The connection to Slack broke before it answered. The message may have arrived all the same.");
        assertThat(server.messages(CHANNEL)).hasSize(2);
    }

    @Test
    void whereNobodyListensNothingIsDelivered() {
        server.close();

        assertThat(refusal()).isEqualTo("Slack cannot be reached: there is no connection to it.");
    }

    private String refusal() {
        Delivery delivery = slack.post(post("Hello"));
        assertThat(delivery).isInstanceOf(Refused.class);
        return ((Refused) delivery).why();
    }

    private Notices slack(String address, String token, SlackTimes times) {
        return new SlackNotices(SlackClient.of(address, token, times), clock);
    }

    private static Post post(String text) {
        return new Post(CHANNEL, text, Optional.empty(), false);
    }
}
