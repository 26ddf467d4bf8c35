package org.syncgate.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.demo.MovableClock;
import org.syncgate.demo.TableOwner;
import org.syncgate.model.RequestId;

/** The rows of notices, on a real PostgreSQL. */
@ResourceLock("notices")
@SpringBootTest(classes = NoticeDatabase.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class WrittenNoticesIT {

    private static final String USERS = "#rsp-team";
    private static final String DOCS = "#dm-docs";

    private final WrittenNotices written;
    private final Postman postman;
    private final JdbcClient jdbc;
    private final JdbcClient owner;
    private final TransactionTemplate transaction;
    private final NoticeDatabase.ScriptedNotices notices;
    private final MovableClock clock;

    private RequestId request = RequestId.random();

    @Autowired
    WrittenNoticesIT(
            WrittenNotices written,
            Postman postman,
            JdbcClient jdbc,
            TableOwner owner,
            PlatformTransactionManager transactions,
            NoticeDatabase.ScriptedNotices notices,
            MovableClock clock) {
        this.written = written;
        this.postman = postman;
        this.jdbc = jdbc;
        this.owner = owner.sql();
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

    @Test
    void aNoticeIsWrittenForEachChannelAndReadBackAsItWas() {
        List<Notice> both = announce(USERS, DOCS);

        assertThat(both).extracting(Notice::channel).containsExactly(USERS, DOCS);
        Notice first = both.get(0);
        assertThat(first)
                .isEqualTo(new Notice(
                        first.id(),
                        request,
                        1,
                        NoticeKind.ANNOUNCEMENT,
                        USERS,
                        "Deploy tap",
                        NoticeDatabase.START,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(written.of(request)).isEqualTo(both);
        assertThat(written.find(first.id())).contains(first);
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void everyKindIsReadBack(NoticeKind kind) {
        Notice notice = written.write(request, 2, kind, List.of(DOCS), "Words").get(0);

        assertThat(written.find(notice.id())).contains(notice);
        assertThat(notice.kind()).isEqualTo(kind);
        assertThat(notice.kind().words()).isNotBlank();
    }

    @Test
    void anAgreementIsAnnouncedOnceInAChannel() {
        Notice first = announce(DOCS).get(0);

        List<Notice> again = written.write(
                request, 1, NoticeKind.ANNOUNCEMENT, List.of(DOCS, USERS, DOCS), "Deploy tap, in other words");

        assertThat(again).hasSize(2).startsWith(first);
        assertThat(written.of(request)).isEqualTo(again);
    }

    @Test
    void theNextAgreementIsAnnouncedAnew() {
        announce(DOCS);
        written.write(request, 2, NoticeKind.ANNOUNCEMENT, List.of(DOCS), "Deploy tap at another revision");

        assertThat(written.of(request)).extracting(Notice::agreement).containsExactly(1, 2);
    }

    @Test
    void otherKindsMayBeWrittenAsOftenAsTheyHappen() {
        written.write(request, 1, NoticeKind.REMINDER, List.of(DOCS), "Somebody has to approve");
        written.write(request, 1, NoticeKind.REMINDER, List.of(DOCS), "Somebody has to approve");

        assertThat(written.of(request)).hasSize(2);
    }

    @Test
    void aTransactionThatIsRolledBackHasWrittenNothing() {
        transaction.executeWithoutResult(status -> {
            announce(DOCS);
            status.setRollbackOnly();
        });

        assertThat(written.of(request)).isEmpty();
    }

    @Test
    void anUnknownRequestHasNoNotices() {
        assertThat(written.of(RequestId.random())).isEmpty();
        assertThat(written.find(-1)).isEmpty();
    }

    @Test
    void undeliveredAnnouncementsOfARequestAreAbandonedAndAllElseStays() {
        Notice delivered = announce(USERS).get(0);
        postman.deliver(delivered.id());
        notices.answers(new Delivery.Refused("Slack is away."));
        Notice failed = announce(DOCS).get(0);
        postman.deliver(failed.id());
        Notice approval = written.write(request, 1, NoticeKind.APPROVAL, List.of(USERS), "Approved")
                .get(0);
        Notice other = written.write(
                        NoticeDatabase.request(jdbc), 1, NoticeKind.ANNOUNCEMENT, List.of(DOCS), "Of another request")
                .get(0);

        written.abandonOvertaken(request, "The request was withdrawn.");

        assertThat(written.find(delivered.id()).orElseThrow().abandonedAt()).isEmpty();
        assertThat(written.find(approval.id()).orElseThrow().isPending()).isTrue();
        assertThat(written.find(other.id()).orElseThrow().isPending()).isTrue();
        assertThat(written.find(failed.id()).orElseThrow()).satisfies(notice -> {
            assertThat(notice.isPending()).isFalse();
            assertThat(notice.abandonedAt()).contains(NoticeDatabase.START);
            assertThat(notice.lastError()).contains("The request was withdrawn. The last try failed: Slack is away.");
        });
    }

    @Test
    void whereNothingWasDeliveredNothingIsLeftToBeDelivered() {
        Notice delivered = announce(USERS).get(0);
        postman.deliver(delivered.id());
        announce(DOCS);
        List<Notice> okays = written.write(request, 1, NoticeKind.APPROVAL, List.of(USERS, DOCS), "Approved");

        written.abandonOvertaken(request, "The request was withdrawn.");

        assertThat(okays)
                .extracting(okay -> written.find(okay.id()).orElseThrow().isPending())
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource({"REMINDER, false", "TIME_PROPOSED, false", "TIME_AGREED, false", "TIME_MISSED, true"})
    void whatSaysWhatIsGoingToHappenIsAbandonedAlsoWhereTheChannelHasHeardOfIt(NoticeKind kind, boolean stays) {
        postman.deliver(announce(USERS).get(0).id());
        Notice pending =
                written.write(request, 1, kind, List.of(USERS), "Something").get(0);

        written.abandonOvertaken(request, "The request was withdrawn.");

        assertThat(written.find(pending.id()).orElseThrow().isPending()).isEqualTo(stays);
    }

    @Test
    void oneNoticeIsAbandonedAlone() {
        List<Notice> both = announce(USERS, DOCS);

        written.abandon(both.get(0).id(), "An administrator ended it.");
        written.abandon(both.get(0).id(), "Once more.");

        assertThat(written.of(request)).extracting(Notice::isPending).containsExactly(false, true);
        assertThat(written.find(both.get(0).id()).orElseThrow().lastError()).contains("An administrator ended it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from syncgate.notice where id = :id",
                "update syncgate.notice set text = 'Other words' where id = :id",
                "update syncgate.notice set channel = '#other' where id = :id",
                "update syncgate.notice set kind = 'reminder' where id = :id",
                "update syncgate.notice set agreement = 2 where id = :id",
                "update syncgate.notice set written_at = now() where id = :id",
                "update syncgate.notice set subject = 'r-22222222' where id = :id"
            })
    void whatWasWrittenCannotBeChanged(String change) {
        Notice notice = announce(DOCS).get(0);

        refused(change, notice);
        assertThat(written.find(notice.id())).contains(notice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from syncgate.notice where id = :id",
                "update syncgate.notice set delivered_at = null, message_id = null where id = :id",
                "update syncgate.notice set delivered_at = delivered_at - interval '1 day' where id = :id",
                "update syncgate.notice set tries = 7 where id = :id"
            })
    void whatWasDeliveredCannotBeChanged(String change) {
        Notice notice = announce(DOCS).get(0);
        postman.deliver(notice.id());

        refused(change, notice);
        written.tryAnew(notice.id());
        written.abandon(notice.id(), "Too late.");
        assertThat(written.find(notice.id()).orElseThrow()).satisfies(kept -> {
            assertThat(kept.deliveredAt()).contains(NoticeDatabase.START);
            assertThat(kept.abandonedAt()).isEmpty();
        });
    }

    @Test
    void whatWasAbandonedCannotBeTakenUpAgain() {
        Notice notice = announce(DOCS).get(0);
        written.abandon(notice.id(), "It is over.");

        refused("update syncgate.notice set abandoned_at = null where id = :id", notice);
        written.tryAnew(notice.id());
        assertThat(written.find(notice.id()).orElseThrow().isPending()).isFalse();
    }

    @Test
    void theTableCannotBeEmptied() {
        assertThatThrownBy(() -> owner.sql("truncate syncgate.notice").update())
                .hasMessageContaining("What was written in a notice does not change");
        assertThatThrownBy(() -> owner.sql("truncate syncgate.request cascade").update())
                .hasMessageContaining("append-only");
    }

    private void refused(String change, Notice notice) {
        assertThatThrownBy(() -> owner.sql(change).param("id", notice.id()).update())
                .hasMessageContaining(
                        "What was written in a notice does not change, and what was delivered or abandoned"
                                + " stays so");
    }

    private List<Notice> announce(String... channels) {
        return written.write(request, 1, NoticeKind.ANNOUNCEMENT, List.of(channels), "Deploy tap");
    }
}
