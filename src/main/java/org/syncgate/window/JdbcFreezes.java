package org.syncgate.window;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.FreezeId;
import org.syncgate.model.Moments;
import org.syncgate.model.RequestId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;

@Repository
class JdbcFreezes implements Freezes {

    private final JdbcClient jdbc;
    private final Records records;
    private final Clock clock;

    JdbcFreezes(JdbcClient jdbc, Records records, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Freeze set(FreezeTerms terms, String who) {
        Freeze freeze = jdbc.sql("""
                        insert into syncgate.freeze (begins_at, ends_at, services, clusters, reason, who, set_at)
                        values (:from, :to, :services, :clusters, :reason, :who, :now)
                        returning *
                        """)
                .param("from", FreezeRows.time(terms.from()))
                .param("to", FreezeRows.time(terms.to()))
                .param("services", terms.scope().services().toArray(String[]::new))
                .param("clusters", terms.scope().clusters().toArray(String[]::new))
                .param("reason", terms.reason())
                .param("who", who)
                .param("now", FreezeRows.time(clock.instant()))
                .query(FreezeRows.FREEZE)
                .single();
        String what = "From " + Moments.time(terms.from()) + " to " + Moments.time(terms.to()) + ", "
                + terms.scope().words() + ": " + terms.reason();
        record(freeze.id(), Kind.FREEZE_SET, who, what);
        return freeze;
    }

    @Override
    public Optional<Freeze> lift(FreezeId id, String who, String reason) {
        Optional<Freeze> lifted = jdbc.sql("""
                        update syncgate.freeze set lifted_at = :now, lifted_by = :who, lift_reason = :reason
                        where id = :id and lifted_at is null
                        returning *
                        """)
                .param("id", id.number())
                .param("who", who)
                .param("reason", reason)
                .param("now", FreezeRows.time(clock.instant()))
                .query(FreezeRows.FREEZE)
                .optional();
        lifted.ifPresent(freeze -> record(id, Kind.FREEZE_LIFTED, who, reason));
        return lifted;
    }

    @Override
    public Optional<FreezeOverride> override(FreezeId id, RequestId request, int agreement, String who, String reason) {
        Optional<FreezeOverride> kept = jdbc.sql("""
                        insert into syncgate.freeze_override (freeze_id, request, agreement, who, reason, at)
                        values (:freeze, :request, :agreement, :who, :reason, :now)
                        on conflict do nothing
                        returning *
                        """)
                .param("freeze", id.number())
                .param("request", request.text())
                .param("agreement", agreement)
                .param("who", who)
                .param("reason", reason)
                .param("now", FreezeRows.time(clock.instant()))
                .query(FreezeRows.OVERRIDE)
                .optional();
        kept.ifPresent(override ->
                record(id, Kind.FREEZE_OVERRIDDEN, who, "For " + request + ", agreement " + agreement + ": " + reason));
        return kept;
    }

    private void record(FreezeId id, Kind kind, String who, String why) {
        records.append(new Entry(clock.instant(), id, Optional.empty(), kind, who, why, List.of()));
    }

    @Override
    public Optional<Freeze> find(FreezeId id) {
        return one("select * from syncgate.freeze where id = :id", id);
    }

    @Override
    public Optional<Freeze> lock(FreezeId id) {
        return one("select * from syncgate.freeze where id = :id for update", id);
    }

    private Optional<Freeze> one(String query, FreezeId id) {
        return jdbc.sql(query).param("id", id.number()).query(FreezeRows.FREEZE).optional();
    }

    @Override
    public List<Freeze> notOver(Instant now) {
        return jdbc.sql("""
                        select * from syncgate.freeze where lifted_at is null and ends_at > :now
                        order by begins_at, id
                        """)
                .param("now", FreezeRows.time(now))
                .query(FreezeRows.FREEZE)
                .list();
    }

    @Override
    public List<Freeze> over(Instant now, int atMost) {
        return jdbc.sql("""
                        select * from syncgate.freeze where lifted_at is not null or ends_at <= :now
                        order by least(lifted_at, ends_at) desc, id desc limit :atMost
                        """)
                .param("now", FreezeRows.time(now))
                .param("atMost", atMost)
                .query(FreezeRows.FREEZE)
                .list();
    }

    @Override
    public List<FreezeOverride> overridesOf(RequestId request) {
        return jdbc.sql("select * from syncgate.freeze_override where request = :request order by at, freeze_id")
                .param("request", request.text())
                .query(FreezeRows.OVERRIDE)
                .list();
    }

    @Override
    public List<FreezeOverride> overridesOf(Collection<FreezeId> freezes) {
        return jdbc.sql("select * from syncgate.freeze_override where freeze_id = any(:freezes) order by at, freeze_id")
                .param("freezes", freezes.stream().map(FreezeId::number).toArray(Long[]::new))
                .query(FreezeRows.OVERRIDE)
                .list();
    }
}
