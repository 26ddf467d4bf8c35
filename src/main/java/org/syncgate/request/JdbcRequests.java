package org.syncgate.request;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Quorum;
import org.syncgate.model.RequestId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.Standing.Ended;

@Repository
class JdbcRequests implements Requests {

    private static final String SELECT = """
            select r.*, a.*
            from syncgate.request r
            left join lateral (
                select * from syncgate.attempt where request = r.id order by number desc limit 1
            ) a on true
            """;

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Records records;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcRequests(JdbcClient jdbc, Attempts attempts, Records records, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.records = records;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<DeploymentRequest> open(DeploymentRequest request) {
        int kept = insert(request);
        if (kept == 0) {
            Optional<DeploymentRequest> first = openFor(request.agreement().application());
            // none any more where it has ended meanwhile
            return first.isPresent() ? first : open(request);
        }
        record(
                request,
                Kind.REQUEST_OPENED,
                request.wish().requester(),
                request.wish().reason());
        events.publishEvent(new RequestMoved(request.id()));
        return Optional.empty();
    }

    private int insert(DeploymentRequest request) {
        return jdbc.sql("""
                        insert into syncgate.request (
                            id, cluster, application, deployed, target, source, requester, disruption, change, reason,
                            ticket, edition, path, minimum_notice, channels, approvals, needs_window, coordinate_with,
                            practice_words, process_instance, opened_at, expires_at, status, words)
                        values (
                            :id, :cluster, :application, :deployed, :target, :source, :requester, :disruption, :change,
                            :reason, :ticket, :edition, :path, :minimumNotice, :channels, :approvals, :needsWindow,
                            :coordinateWith, :practiceWords, :processInstance, :openedAt, :expiresAt, :status, :words)
                        on conflict (cluster, application) where ended_at is null do nothing
                        """)
                .param("id", request.id().text())
                .param("cluster", request.agreement().application().cluster())
                .param("application", request.agreement().application().name())
                .param("deployed", RequestRows.array(request.agreement().deployed()))
                .param("target", RequestRows.array(request.agreement().target()))
                .param("source", request.agreement().source())
                .param("requester", request.wish().requester())
                .param("disruption", request.wish().disruption().text())
                .param("change", request.wish().change().text())
                .param("reason", request.wish().reason())
                .param("ticket", request.wish().ticket())
                .param("edition", request.practice().edition())
                .param("path", request.practice().path().text())
                .param("minimumNotice", request.practice().minimumNotice().toString())
                .param("channels", RequestRows.array(request.practice().channels()))
                .param(
                        "approvals",
                        RequestRows.array(request.practice().approvals().stream()
                                .map(Quorum::toString)
                                .toList()))
                .param("needsWindow", request.practice().window())
                .param("coordinateWith", RequestRows.array(request.practice().coordinateWith()))
                .param("practiceWords", request.practice().words())
                .param("processInstance", request.processInstance())
                .param("openedAt", RequestRows.time(request.openedAt()))
                .param("expiresAt", RequestRows.time(request.expiresAt()))
                .param("status", RequestRows.status(request.standing()))
                .param("words", request.standing().words())
                .update();
    }

    @Override
    public void save(DeploymentRequest request, Kind kind, String who, String why) {
        save(request);
        record(request, kind, who, why);
    }

    @Override
    public void save(DeploymentRequest request) {
        Optional<Ended> ended = request.standing() instanceof Ended ending ? Optional.of(ending) : Optional.empty();
        jdbc.sql("""
                        update syncgate.request
                        set status = :status, words = :words, outcome = :outcome, ended_at = :endedAt
                        where id = :id
                        """)
                .param("id", request.id().text())
                .param("status", RequestRows.status(request.standing()))
                .param("words", request.standing().words())
                .param("outcome", ended.map(ending -> ending.outcome().text()).orElse(null))
                .param(
                        "endedAt",
                        ended.map(ending -> RequestRows.time(ending.at())).orElse(null))
                .update();
        request.attempt().ifPresent(attempt -> attempts.save(request.id(), attempt));
        events.publishEvent(new RequestMoved(request.id()));
    }

    private void record(DeploymentRequest request, Kind kind, String who, String why) {
        records.append(new Entry(
                clock.instant(),
                request.id(),
                request.agreement().application(),
                kind,
                who,
                why,
                request.agreement().target()));
    }

    @Override
    public Optional<DeploymentRequest> lock(RequestId id) {
        // in two steps: a query that had to wait for the row would show the attempt as it was before the wait
        jdbc.sql("select id from syncgate.request where id = :id for update")
                .param("id", id.text())
                .query(String.class)
                .optional();
        return find(id);
    }

    @Override
    public Optional<DeploymentRequest> find(RequestId id) {
        return jdbc.sql(SELECT + " where r.id = :id")
                .param("id", id.text())
                .query(RequestRows.MAPPER)
                .optional();
    }

    @Override
    public Optional<DeploymentRequest> openFor(ApplicationId application) {
        return jdbc.sql(SELECT + " where r.cluster = :cluster and r.application = :application and r.ended_at is null")
                .param("cluster", application.cluster())
                .param("application", application.name())
                .query(RequestRows.MAPPER)
                .optional();
    }

    @Override
    public List<DeploymentRequest> open() {
        return jdbc.sql(SELECT + " where r.ended_at is null order by r.opened_at")
                .query(RequestRows.MAPPER)
                .list();
    }

    @Override
    public List<DeploymentRequest> ended(int atMost) {
        return jdbc.sql(SELECT + " where r.ended_at is not null order by r.ended_at desc limit :atMost")
                .param("atMost", atMost)
                .query(RequestRows.MAPPER)
                .list();
    }
}
