package org.syncgate.request;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.Standing.Ended;

@Repository
class JdbcRequests implements Requests {

    private static final String SELECT = """
            select r.*, g.*, a.*
            from syncgate.request r
            join lateral (
                select number as agreement_number, deployed, target, spec, agreed_at, expires_at
                from syncgate.agreement where request = r.id order by number desc limit 1
            ) g on true
            left join lateral (
                select * from syncgate.attempt where request = r.id order by number desc limit 1
            ) a on true
            """;

    private final JdbcClient jdbc;
    private final Openings openings;
    private final Agreements agreements;
    private final Attempts attempts;
    private final Records records;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcRequests(
            JdbcClient jdbc,
            Openings openings,
            Agreements agreements,
            Attempts attempts,
            Records records,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.openings = openings;
        this.agreements = agreements;
        this.attempts = attempts;
        this.records = records;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<DeploymentRequest> open(DeploymentRequest request) {
        if (!openings.insert(request)) {
            Optional<DeploymentRequest> first = openFor(request.agreement().application());
            // none any more where it has ended meanwhile
            return first.isPresent() ? first : open(request);
        }
        agreements.keep(request);
        record(
                request,
                Kind.REQUEST_OPENED,
                request.wish().requester(),
                request.wish().reason());
        events.publishEvent(new RequestMoved(request.id()));
        return Optional.empty();
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
                .param("status", request.standing().text())
                .param("words", request.standing().words())
                .param("outcome", ended.map(ending -> ending.outcome().text()).orElse(null))
                .param(
                        "endedAt",
                        ended.map(ending -> RequestRows.time(ending.at())).orElse(null))
                .update();
        agreements.keep(request);
        request.attempt().ifPresent(attempt -> attempts.save(request.id(), attempt));
        events.publishEvent(new RequestMoved(request.id()));
    }

    private void record(DeploymentRequest request, Kind kind, String who, String why) {
        records.append(new Entry(
                clock.instant(),
                request.id(),
                Optional.of(request.agreement().application()),
                kind,
                who,
                why,
                request.agreement().target()));
        events.publishEvent(new RequestRecorded(request, kind, who, why));
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
    public List<DeploymentRequest> all(Collection<RequestId> ids) {
        return jdbc.sql(SELECT + " where r.id = any(:ids)")
                .param(
                        "ids",
                        RequestRows.array(ids.stream().map(RequestId::text).toList()))
                .query(RequestRows.MAPPER)
                .list();
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
