package org.syncgate.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.demo.MovableClock;
import org.syncgate.model.RequestId;

/**
 * The notices' tables on a real PostgreSQL, a channel that answers as told, and a clock that stands still. It is no
 * {@code @Configuration}, so that scanning the test classes does not find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@Import({EmbeddedDatabase.class, JdbcWrittenNotices.class, Undelivered.class, Postman.class})
class NoticeDatabase {

    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    static final Duration SECOND_PAUSE = Duration.ofMinutes(1);

    @Bean
    Pauses pauses() {
        return new Pauses(List.of(FIRST_PAUSE, SECOND_PAUSE));
    }

    @Bean
    MovableClock clock() {
        return new MovableClock(START);
    }

    @Bean
    ScriptedNotices notices() {
        return new ScriptedNotices();
    }

    /** A request's row; notices refer to nothing else of it. */
    static RequestId request(JdbcClient jdbc) {
        RequestId id = RequestId.random();
        jdbc.sql("""
                        insert into syncgate.request (
                            id, cluster, application, requester, disruption, change, reason, ticket, edition, path,
                            minimum_notice, channels, approvals, needs_window, coordinate_with, practice_words,
                            process_instance, opened_at, status, words)
                        values (
                            :id, 'idfprod', :id, 'ada', 'none', 'minor', 'Because it is needed', '', 'an edition, 1',
                            'courtesy-notice', 'PT1H', '{}', '{}', false, '{}', '', :id, '2026-11-23T09:00:00Z',
                            'waiting', '')
                        """).param("id", id.text()).update();
        return id;
    }

    /** Answers as told, or takes everything, or hands it on. */
    static final class ScriptedNotices implements Notices {

        private final List<Post> posts = new ArrayList<>();
        private final Deque<Runnable> before = new ArrayDeque<>();
        private final Deque<Delivery> answers = new ArrayDeque<>();
        private Optional<Notices> real = Optional.empty();

        @Override
        public Delivery post(Post post) {
            Runnable event;
            Delivery answer;
            synchronized (this) {
                posts.add(post);
                if (real.isPresent()) {
                    return real.get().post(post);
                }
                event = before.isEmpty() ? () -> {} : before.remove();
                answer = answers.isEmpty() ? new Delivery.Delivered("m" + posts.size()) : answers.remove();
            }
            event.run();
            return answer;
        }

        /** Whether nothing was posted yet. */
        synchronized boolean isIdle() {
            return posts.isEmpty();
        }

        synchronized void answers(Delivery... next) {
            answers.addAll(List.of(next));
        }

        synchronized void handsOnTo(Notices notices) {
            real = Optional.of(notices);
        }

        /** Happens while the next post is under way. */
        synchronized void meanwhile(Runnable event) {
            before.add(event);
        }

        synchronized List<Post> posts() {
            return List.copyOf(posts);
        }

        synchronized List<String> texts() {
            return posts.stream().map(Post::text).toList();
        }

        synchronized void forget() {
            posts.clear();
            before.clear();
            answers.clear();
            real = Optional.empty();
        }
    }
}
