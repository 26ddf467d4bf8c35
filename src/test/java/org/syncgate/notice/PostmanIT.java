package org.syncgate.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.demo.MovableClock;
import org.syncgate.model.RequestId;
import org.syncgate.notice.Delivery.RateLimited;
import org.syncgate.notice.Delivery.Refused;

/** Order, threads, tries and crashes, on a real PostgreSQL with a scripted channel. */
@ResourceLock("notices")
@SpringBootTest(classes = NoticeDatabase.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class PostmanIT {

    private static final String USERS = "#rsp-team";
    private static final String DOCS = "#dm-docs";

    private static final Refused AWAY = new Refused("Slack is away.");
    private static final Round DONE = new Round.Done();
    private static final Round ANOTHER = new Round.Another();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Postman postman;
    private final WrittenNotices written;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final NoticeDatabase.ScriptedNotices notices;
    private final MovableClock clock;

    /** One for each: the common pool of a small machine may have no more than one. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private RequestId request = RequestId.random();

    @Autowired
    PostmanIT(
            Postman postman,
            WrittenNotices written,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            NoticeDatabase.ScriptedNotices notices,
            MovableClock clock) {
        this.postman = postman;
        this.written = written;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.notices = notices;
        this.clock = clock;
    }

    @BeforeEach
    void aRequest() {
        notices.forget();
        clock.reset();
        request = NoticeDatabase.request(jdbc);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void aDeliveredNoticeKeepsWhenAndTheMessagesId() {
        long id = write("Deploy tap");
        clock.passes(Duration.ofMinutes(3));

        assertThat(postman.deliver(id)).isEqualTo(DONE);

        Notice notice = read(id);
        assertThat(notice.deliveredAt()).contains(NoticeDatabase.START.plus(Duration.ofMinutes(3)));
        assertThat(notice.messageId()).contains("m1");
        assertThat(notice.tries()).isZero();
    }

    @Test
    void whatIsDeliveredIsNotPostedAgain() {
        long id = write("Deploy tap");
        postman.deliver(id);

        assertThat(postman.deliver(id)).isEqualTo(DONE);
        assertThat(notices.posts()).hasSize(1);
    }

    @Test
    void noticesOfAChannelGoOutInTheOrderInWhichTheyWereWritten() {
        write("First");
        write("Second");
        long third = write("Third");

        assertThat(postman.deliver(third)).isEqualTo(ANOTHER);
        assertThat(postman.deliver(third)).isEqualTo(ANOTHER);
        assertThat(postman.deliver(third)).isEqualTo(DONE);

        assertThat(notices.texts()).containsExactly("First", "Second", "Third");
    }

    @Test
    void whatComesLaterGoesIntoTheThreadOfTheFirstMessageOfTheChannel() {
        postman.deliver(write("Deploy tap"));
        postman.deliver(write("Approved"));
        postman.deliver(write("Synced"));
        postman.deliver(write(DOCS, "Deploy tap"));
        postman.deliver(write(DOCS, "Synced"));

        assertThat(notices.posts())
                .extracting(post ->
                        post.channel() + " " + post.text() + " " + post.thread().orElse("-"))
                .containsExactly(
                        "#rsp-team Deploy tap -",
                        "#rsp-team Approved m1",
                        "#rsp-team Synced m1",
                        "#dm-docs Deploy tap -",
                        "#dm-docs Synced m4");
    }

    @Test
    void anotherRequestHasAThreadOfItsOwn() {
        postman.deliver(write("Deploy tap"));
        request = NoticeDatabase.request(jdbc);
        postman.deliver(write("Deploy portal"));

        assertThat(notices.posts().get(1).thread()).isEmpty();
    }

    @Test
    void oneChannelThatFailsHoldsUpNoOther() {
        long users = write("Deploy tap");
        long docs = write(DOCS, "Deploy tap");
        notices.answers(AWAY);

        assertThat(postman.deliver(users)).isInstanceOf(Round.Failed.class);
        assertThat(postman.deliver(docs)).isEqualTo(DONE);
    }

    @Test
    void eachFailedTryIsKeptAndThePausesGrowUntilTheyAreOver() {
        long id = write("Deploy tap");
        notices.answers(AWAY, AWAY, new Refused("Slack is still away."));

        assertThat(postman.deliver(id)).isEqualTo(failedFor(NoticeDatabase.FIRST_PAUSE));
        assertThat(read(id).tries()).isEqualTo(1);
        assertThat(read(id).lastError()).contains("Slack is away.");
        clock.passes(NoticeDatabase.FIRST_PAUSE);
        assertThat(postman.deliver(id)).isEqualTo(failedFor(NoticeDatabase.SECOND_PAUSE));
        clock.passes(NoticeDatabase.SECOND_PAUSE);
        assertThat(postman.deliver(id)).isEqualTo(new Round.Exhausted("Slack is still away."));
        assertThat(read(id)).satisfies(notice -> {
            assertThat(notice.tries()).isEqualTo(3);
            assertThat(notice.lastError()).contains("Slack is still away.");
            assertThat(notice.isPending()).isTrue();
        });

        assertThat(postman.deliver(id)).isEqualTo(new Round.Exhausted("Slack is still away."));
        assertThat(notices.posts()).hasSize(3);
    }

    @Test
    void aTryBeforeThePauseIsOverIsPutOff() {
        long id = write("Deploy tap");
        notices.answers(AWAY);
        Round failed = postman.deliver(id);
        clock.passes(NoticeDatabase.FIRST_PAUSE.minusMillis(1));

        assertThat(postman.deliver(id)).isEqualTo(failed);
        assertThat(notices.posts()).hasSize(1);

        clock.passes(Duration.ofMillis(1));
        assertThat(postman.deliver(id)).isEqualTo(DONE);
    }

    @Test
    void afterAnAdministratorsDecisionItIsTriedFromTheBeginning() {
        long id = exhausted("Deploy tap");

        written.tryAnew(id);

        assertThat(read(id).tries()).isZero();
        notices.answers(AWAY);
        assertThat(postman.deliver(id)).isEqualTo(failedFor(NoticeDatabase.FIRST_PAUSE));
        written.tryAnew(id);
        assertThat(postman.deliver(id)).isEqualTo(DONE);
    }

    @Test
    void whereSlackAsksToWaitItIsTriedThenAndThatCountsAsNoTry() {
        long id = write("Deploy tap");
        notices.answers(new RateLimited(Duration.ofSeconds(42)));

        assertThat(postman.deliver(id)).isEqualTo(failedFor(Duration.ofSeconds(42)));
        assertThat(read(id).tries()).isZero();
        assertThat(read(id).lastError()).contains("There were too many messages at once.");

        clock.passes(Duration.ofSeconds(42));
        assertThat(postman.deliver(id)).isEqualTo(DONE);
    }

    @Test
    void aLaterNoticeDoesNotUseUpTheTriesOfAnEarlierOne() {
        long first = write("First");
        long second = write("Second");
        notices.answers(AWAY);
        postman.deliver(first);

        assertThat(postman.deliver(second)).isEqualTo(failedFor(NoticeDatabase.FIRST_PAUSE));

        assertThat(notices.posts()).hasSize(1);
        assertThat(read(first).tries()).isEqualTo(1);
        assertThat(read(second).tries()).isZero();
    }

    @Test
    void behindAnExhaustedNoticeALaterOneWaitsWithoutBeingTried() {
        long first = exhausted("First");
        long second = write("Second");

        assertThat(postman.deliver(second)).isEqualTo(failedFor(NoticeDatabase.SECOND_PAUSE));
        assertThat(read(second).tries()).isZero();
        assertThat(notices.texts()).doesNotContain("Second");

        written.abandon(first, "An administrator gave it up.");
        assertThat(postman.deliver(second)).isEqualTo(DONE);
    }

    @Test
    void whenALaterNoticesRoundExhaustsAnEarlierOneTheLaterOneIsNotExhausted() {
        long first = write("First");
        long second = write("Second");
        notices.answers(AWAY, AWAY, AWAY);
        postman.deliver(first);
        clock.passes(NoticeDatabase.FIRST_PAUSE);
        postman.deliver(first);
        clock.passes(NoticeDatabase.SECOND_PAUSE);

        assertThat(postman.deliver(second)).isEqualTo(failedFor(NoticeDatabase.SECOND_PAUSE));
        assertThat(postman.deliver(first)).isEqualTo(new Round.Exhausted("Slack is away."));
    }

    @Test
    void anAbandonedNoticeIsNotPosted() {
        long id = write("Deploy tap");
        written.abandon(id, "It was withdrawn.");

        assertThat(postman.deliver(id)).isEqualTo(DONE);
        assertThat(notices.posts()).isEmpty();
    }

    @Test
    void anAbandonedNoticeDoesNotTakeEarlierOnesAlong() {
        long first = write("First");
        long second = write("Second");
        written.abandon(second, "It is out of date.");

        assertThat(postman.deliver(second)).isEqualTo(DONE);
        assertThat(read(first).isPending()).isTrue();
    }

    @Test
    void anUnknownNoticeIsAFault() {
        assertThatThrownBy(() -> postman.deliver(-1)).hasMessage("There is no notice -1");
    }

    @Test
    void whatWasDeliveredStaysSoThoughTheCallersTransactionIsRolledBack() {
        long id = write("Deploy tap");

        transaction.executeWithoutResult(status -> {
            postman.deliver(id);
            status.setRollbackOnly();
        });

        assertThat(read(id).messageId()).contains("m1");
        assertThat(postman.deliver(id)).isEqualTo(DONE);
        assertThat(notices.posts()).hasSize(1);
    }

    @Test
    void whatFailedStaysSoThoughTheCallersTransactionIsRolledBack() {
        long id = write("Deploy tap");
        notices.answers(AWAY);

        transaction.executeWithoutResult(status -> {
            postman.deliver(id);
            status.setRollbackOnly();
        });

        assertThat(read(id).tries()).isEqualTo(1);
    }

    @Test
    void inTheGapBetweenTheAnswerAndTheCommitACrashPostsItTwiceAndNeverLosesIt() {
        long id = write("Deploy tap");
        notices.meanwhile(this::connectionIsLost);

        assertThatThrownBy(() -> postman.deliver(id)).isNotNull();

        assertThat(read(id).isPending()).isTrue();
        assertThat(postman.deliver(id)).isEqualTo(DONE);
        assertThat(notices.texts()).containsExactly("Deploy tap", "Deploy tap");
    }

    @Test
    void twoDeliveriesAtTheSameTimePostItOnce() throws Exception {
        long id = write("Deploy tap");
        CountDownLatch answer = new CountDownLatch(1);
        notices.meanwhile(() -> waitFor(answer));

        CompletableFuture<Round> first = CompletableFuture.supplyAsync(() -> postman.deliver(id), threads);
        await().atMost(PATIENCE).until(() -> !notices.isIdle());
        CompletableFuture<Round> second = CompletableFuture.supplyAsync(() -> postman.deliver(id), threads);
        await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
        answer.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
        assertThat(notices.posts()).hasSize(1);
    }

    @Test
    void twoNoticesAtTheSameTimeKeepTheirOrderAndTheirThread() throws Exception {
        long first = write("First");
        long second = write("Second");
        CountDownLatch answer = new CountDownLatch(1);
        notices.meanwhile(() -> waitFor(answer));

        CompletableFuture<Round> one = CompletableFuture.supplyAsync(() -> postman.deliver(first), threads);
        await().atMost(PATIENCE).until(() -> !notices.isIdle());
        CompletableFuture<Round> other = CompletableFuture.supplyAsync(() -> postman.deliver(second), threads);
        await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
        answer.countDown();

        assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
        assertThat(notices.texts()).containsExactly("First", "Second");
        assertThat(notices.posts().get(1).thread()).contains("m1");
    }

    @Test
    void whatIsAbandonedWhileItIsPostedStaysDelivered() throws Exception {
        long id = write("Deploy tap");
        long later = write("Later");
        CountDownLatch answer = new CountDownLatch(1);
        notices.meanwhile(() -> waitFor(answer));

        CompletableFuture<Round> round = CompletableFuture.supplyAsync(() -> postman.deliver(id), threads);
        await().atMost(PATIENCE).until(() -> !notices.isIdle());
        CompletableFuture<Void> abandoning = CompletableFuture.runAsync(
                () -> {
                    written.abandon(id, "It was withdrawn.");
                    written.abandon(later, "It was withdrawn.");
                },
                threads);
        await().atMost(PATIENCE).until(this::somebodyWaitsForALock);
        answer.countDown();

        assertThat(round.get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
        abandoning.get(10, TimeUnit.SECONDS);
        assertThat(read(id).messageId()).contains("m1");
        assertThat(read(id).abandonedAt()).isEmpty();
        assertThat(read(later).abandonedAt()).isPresent();
    }

    @Test
    void whoeverOvertakesWhatIsBeingPostedDoesNotWaitForItsAnswer() throws Exception {
        long id = write("Deploy tap");
        CountDownLatch answer = new CountDownLatch(1);
        notices.meanwhile(() -> waitFor(answer));

        CompletableFuture<Round> round = CompletableFuture.supplyAsync(() -> postman.deliver(id), threads);
        await().atMost(PATIENCE).until(() -> !notices.isIdle());
        CompletableFuture<Void> overtaking =
                CompletableFuture.runAsync(() -> written.abandonOvertaken(request, "It was withdrawn."), threads);
        await().atMost(PATIENCE).until(overtaking::isDone);
        answer.countDown();

        assertThat(round.get(10, TimeUnit.SECONDS)).isEqualTo(DONE);
        assertThat(read(id).messageId()).contains("m1");
    }

    private long write(String text) {
        return write(USERS, text);
    }

    private long write(String channel, String text) {
        return written.write(request, 1, NoticeKind.REMINDER, List.of(channel), text)
                .get(0)
                .id();
    }

    private long exhausted(String text) {
        long id = write(text);
        notices.answers(AWAY, AWAY, AWAY);
        postman.deliver(id);
        clock.passes(NoticeDatabase.FIRST_PAUSE);
        postman.deliver(id);
        clock.passes(NoticeDatabase.SECOND_PAUSE);
        assertThat(postman.deliver(id)).isInstanceOf(Round.Exhausted.class);
        return id;
    }

    private Notice read(long id) {
        return written.find(id).orElseThrow();
    }

    private Round failedFor(Duration pause) {
        Instant end = clock.instant().plus(pause);
        return new Round.Failed(end);
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("""
                        select exists (
                            select from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock')
                        """).query(Boolean.class).single();
    }

    /** The database ends the session of whoever posts now. */
    private void connectionIsLost() {
        CompletableFuture.runAsync(() -> jdbc.sql("""
                                select pg_terminate_backend(pid) from pg_stat_activity
                                where datname = current_database() and state = 'idle in transaction'
                                """).query(Boolean.class).list())
                .join();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
