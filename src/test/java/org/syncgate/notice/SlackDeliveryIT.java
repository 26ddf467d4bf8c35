package org.syncgate.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.MovableClock;
import org.syncgate.model.RequestId;
import org.syncgate.notice.SlackServer.Answer;

/** From the row to the message in the channel: real rows, real HTTP. */
@ResourceLock("notices")
@SpringBootTest(classes = NoticeDatabase.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SlackDeliveryIT {

    private static final String CHANNEL = "#rsp-team";
    private static final Round DONE = new Round.Done();

    private static final SlackTimes SHORT =
            new SlackTimes(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(2));

    private final SlackServer slack = SlackServer.start();
    private final Postman postman;
    private final WrittenNotices written;
    private final JdbcClient jdbc;
    private final NoticeDatabase.ScriptedNotices notices;
    private final MovableClock clock;

    private RequestId request = RequestId.random();

    @Autowired
    SlackDeliveryIT(
            Postman postman,
            WrittenNotices written,
            JdbcClient jdbc,
            NoticeDatabase.ScriptedNotices notices,
            MovableClock clock) {
        this.postman = postman;
        this.written = written;
        this.jdbc = jdbc;
        this.notices = notices;
        this.clock = clock;
    }

    @BeforeEach
    void aRequest() {
        notices.forget();
        notices.handsOnTo(new SlackNotices(SlackClient.of(slack.baseUrl(), SlackServer.TOKEN, SHORT), clock));
        clock.reset();
        request = NoticeDatabase.request(jdbc);
    }

    @AfterEach
    void stop() {
        slack.close();
        notices.forget();
    }

    @Test
    void allMessagesOfARequestAreInTheFirstOnesThread() {
        postman.deliver(write("Deploy tap\nSee https://argo.example/tap"));
        postman.deliver(write("Approved by Rita"));
        postman.deliver(write("Synced"));

        List<SlackServer.Message> messages = slack.messages(CHANNEL);
        assertThat(messages)
                .extracting(message -> message.asked().shown())
                .containsExactly("Deploy tap\nSee https://argo.example/tap", "Approved by Rita", "Synced");
        String first = messages.get(0).ts();
        assertThat(messages.get(0).asked().thread()).isEmpty();
        assertThat(messages.get(1).asked().thread()).contains(first);
        assertThat(messages.get(2).asked().thread()).contains(first);
        assertThat(written.of(request))
                .extracting(notice -> notice.messageId().orElseThrow())
                .containsExactlyElementsOf(
                        messages.stream().map(SlackServer.Message::ts).toList());
    }

    @Test
    void whereTheAnswerDidNotComeTheMessageIsPostedAgainAndTheLaterOneBeginsTheThread() {
        slack.next(CHANNEL, Answer.LATE, Answer.DROPPED);
        long id = write("Deploy tap");

        assertThat(postman.deliver(id)).isInstanceOf(Round.Failed.class);
        clock.passes(NoticeDatabase.FIRST_PAUSE);
        assertThat(postman.deliver(id)).isInstanceOf(Round.Failed.class);
        clock.passes(NoticeDatabase.SECOND_PAUSE);
        assertThat(postman.deliver(id)).isEqualTo(DONE);
        postman.deliver(write("Synced"));

        List<SlackServer.Message> messages = slack.messages(CHANNEL);
        assertThat(messages)
                .extracting(message -> message.asked().shown())
                .containsExactly("Deploy tap", "Deploy tap", "Deploy tap", "Synced");
        assertThat(messages.get(3).asked().thread()).contains(messages.get(2).ts());
        assertThat(written.find(id).orElseThrow().messageId())
                .contains(messages.get(2).ts());
    }

    @Test
    void slackIsLeftAloneForAsLongAsItAsksToBe() {
        slack.next(CHANNEL, Answer.rateLimited("30"));
        long id = write("Deploy tap");

        assertThat(postman.deliver(id)).isEqualTo(new Round.Failed(NoticeDatabase.START.plus(Duration.ofSeconds(30))));
        clock.passes(Duration.ofSeconds(29));
        postman.deliver(id);
        assertThat(slack.asked()).hasSize(1);

        clock.passes(Duration.ofSeconds(1));
        assertThat(postman.deliver(id)).isEqualTo(DONE);
        assertThat(written.find(id).orElseThrow().tries()).isZero();
    }

    @Test
    void meanwhileSlackIsNotAskedOnBehalfOfAnotherRequestEither() {
        slack.next(CHANNEL, Answer.rateLimited("30"));
        long first = write("Deploy tap");
        request = NoticeDatabase.request(jdbc);
        long second = write("Deploy portal");
        Round wait = new Round.Failed(NoticeDatabase.START.plus(Duration.ofSeconds(30)));

        assertThat(postman.deliver(first)).isEqualTo(wait);
        assertThat(postman.deliver(second)).isEqualTo(wait);
        assertThat(slack.asked()).hasSize(1);

        clock.passes(Duration.ofSeconds(30));
        assertThat(postman.deliver(first)).isEqualTo(DONE);
        assertThat(postman.deliver(second)).isEqualTo(DONE);
    }

    @Test
    void aChannelThatDoesNotExistIsToldToAnAdministratorWithWhatToDo() {
        slack.always(CHANNEL, Answer.error("channel_not_found"));
        long id = write("Deploy tap");

        postman.deliver(id);
        clock.passes(NoticeDatabase.FIRST_PAUSE);
        postman.deliver(id);
        clock.passes(NoticeDatabase.SECOND_PAUSE);

        assertThat(postman.deliver(id))
                .isEqualTo(new Round.Exhausted("Slack refused the message with channel_not_found: correct the channel's"
                        + " name, or invite the bot if the channel is private (and give its id)."));
    }

    private long write(String text) {
        return written.write(request, 1, NoticeKind.REMINDER, List.of(CHANNEL), text)
                .get(0)
                .id();
    }
}
