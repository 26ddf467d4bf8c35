package org.syncgate.bypass;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;

/** Keeps what is seen, each once: whoever could insert its row records it and tells of it. */
@Repository
class SeenBypasses {

    private final JdbcClient jdbc;
    private final Records records;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SeenBypasses(JdbcClient jdbc, Records records, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One Application, as it is looked at.
     *
     * @param uid which of those that have ever had its name
     * @param gated whether people are asked about what goes past its gate
     * @param open the request that is open for it; empty where none is
     * @param asked the evidence of what is asked for now and has not begun; empty where nothing is
     */
    record Looked(ApplicationId id, String uid, boolean gated, Optional<RequestId> open, Optional<String> asked) {

        /** The same, or the one that had its name before, of which nothing is asked for any more. */
        Looked inLookAt(String thatUid) {
            return thatUid.equals(uid) ? this : new Looked(id, thatUid, gated, open, Optional.empty());
        }
    }

    void keep(Looked at, Sighting seen) {
        if (hasOnlyBegun(at, seen)) {
            return;
        }
        // an insert that comes to nothing would use up a number
        jdbc.sql("""
                        insert into syncgate.bypass (
                            cluster, application, uid, what, evidence, automatic, by, words, revisions, request, seen_at,
                            asked, asked_with)
                        select
                            :cluster, :application, :uid, :what, :evidence, :automatic, :by, :words, :revisions, :request,
                            :now, :asked, case when :asked and :joins then (
                                select id from syncgate.bypass
                                where cluster = :cluster and application = :application and uid = :uid and automatic
                                    and asked and asked_with is null and explained_at is null and left_at is null
                                order by id desc limit 1 for update) end
                        where not exists (
                            select from syncgate.bypass
                            where cluster = :cluster and application = :application and uid = :uid and what = :what
                                and evidence = :evidence)
                        on conflict do nothing
                        returning *
                        """)
                .param("cluster", at.id().cluster())
                .param("application", at.id().name())
                .param("uid", at.uid())
                .param("what", seen.what().text())
                .param("evidence", seen.evidence())
                .param("automatic", seen.automatic())
                .param("by", seen.by())
                .param("words", seen.words())
                .param("revisions", seen.revisions().toArray(String[]::new))
                .param("request", at.open().map(RequestId::text).orElse(null))
                .param("now", BypassRows.time(clock.instant()))
                .param("asked", at.gated() && seen.worthAsking())
                .param("joins", seen.automatic() && seen.what() == What.SYNC)
                .query(BypassRows.MAPPER)
                .optional()
                .ifPresent(this::tell);
    }

    /** What was seen when it was asked for is known from its start on by that; what is asked for still has not begun. */
    private boolean hasOnlyBegun(Looked at, Sighting seen) {
        return seen.asked().isPresent()
                && !seen.asked().equals(at.asked())
                && jdbc.sql("""
                                update syncgate.bypass set evidence = :evidence
                                where cluster = :cluster and application = :application and uid = :uid and what = 'sync'
                                    and evidence = :asked
                                    and not exists (
                                        select from syncgate.bypass
                                        where cluster = :cluster and application = :application and uid = :uid
                                            and what = 'sync' and evidence = :evidence)
                                """)
                                .param("cluster", at.id().cluster())
                                .param("application", at.id().name())
                                .param("uid", at.uid())
                                .param("evidence", seen.evidence())
                                .param("asked", seen.asked().orElseThrow())
                                .update()
                        > 0;
    }

    /** What was asked for and is so no more has never begun; the same hand may ask anew. */
    void forgetAsked(Looked at) {
        jdbc.sql("""
                        update syncgate.bypass set evidence = 'never begun ' || id
                        where cluster = :cluster and application = :application and uid = :uid and what = 'sync'
                            and evidence like 'asked %' and evidence <> :stillAsked
                        """)
                .param("cluster", at.id().cluster())
                .param("application", at.id().name())
                .param("uid", at.uid())
                .param("stillAsked", at.asked().orElse(""))
                .update();
    }

    private void tell(Bypass bypass) {
        records.append(new Entry(
                clock.instant(),
                bypass.id(),
                Optional.of(bypass.application()),
                Kind.BYPASS_SEEN,
                Entry.claimed(bypass.by()),
                bypass.words(),
                bypass.revisions()));
        events.publishEvent(new BypassSeen(bypass));
    }
}
