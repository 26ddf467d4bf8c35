package org.syncgate.request;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.Practice;
import org.syncgate.model.Quorum;

/** The row that each request begins with: what was wished, and the practice, neither of which ever changes. */
@Repository
class Openings {

    private final JdbcClient jdbc;

    Openings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts it, and answers whether it did: not where the application has an open request (S5). */
    boolean insert(DeploymentRequest request) {
        Wish wish = request.wish();
        Practice practice = request.practice();
        return jdbc.sql("""
                        insert into syncgate.request (
                            id, cluster, application, requester, disruption, change, reason, ticket, edition, path,
                            minimum_notice, channels, approvals, needs_window, coordinate_with, practice_words,
                            process_instance, opened_at, status, words)
                        values (
                            :id, :cluster, :application, :requester, :disruption, :change, :reason, :ticket, :edition,
                            :path, :minimumNotice, :channels, :approvals, :needsWindow, :coordinateWith, :practiceWords,
                            :processInstance, :openedAt, :status, :words)
                        on conflict (cluster, application) where ended_at is null do nothing
                        """)
                        .param("id", request.id().text())
                        .param("cluster", request.agreement().application().cluster())
                        .param("application", request.agreement().application().name())
                        .param("requester", wish.requester())
                        .param("disruption", wish.disruption().text())
                        .param("change", wish.change().text())
                        .param("reason", wish.reason())
                        .param("ticket", wish.ticket())
                        .param("edition", practice.edition())
                        .param("path", practice.path().text())
                        .param("minimumNotice", practice.minimumNotice().toString())
                        .param("channels", RequestRows.array(practice.channels()))
                        .param(
                                "approvals",
                                RequestRows.array(practice.approvals().stream()
                                        .map(Quorum::toString)
                                        .toList()))
                        .param("needsWindow", practice.window())
                        .param("coordinateWith", RequestRows.array(practice.coordinateWith()))
                        .param("practiceWords", practice.words())
                        .param("processInstance", request.processInstance())
                        .param("openedAt", RequestRows.time(request.openedAt()))
                        .param("status", request.standing().text())
                        .param("words", request.standing().words())
                        .update()
                == 1;
    }
}
