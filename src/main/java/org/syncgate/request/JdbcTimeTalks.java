package org.syncgate.request;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.RequestId;

@Repository
class JdbcTimeTalks implements TimeTalks {

    private static final RowMapper<TimeProposal> PROPOSAL = (row, number) -> new TimeProposal(
            row.getInt("agreement"),
            row.getInt("number"),
            row.getString("party"),
            row.getString("who"),
            RequestRows.instant(row, "time"),
            row.getString("comment"),
            RequestRows.instant(row, "at"));

    private static final RowMapper<Acceptance> ACCEPTANCE = (row, number) -> new Acceptance(
            row.getInt("agreement"),
            row.getInt("proposal"),
            row.getString("party"),
            row.getString("who"),
            row.getString("comment"),
            RequestRows.instant(row, "at"));

    private static final RowMapper<MissedTime> MISSED = (row, number) -> new MissedTime(
            row.getInt("agreement"), row.getInt("proposal"), row.getString("why"), RequestRows.instant(row, "at"));

    private final JdbcClient jdbc;

    JdbcTimeTalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void propose(RequestId request, TimeProposal proposal) {
        jdbc.sql("""
                        insert into syncgate.time_proposal (request, agreement, number, party, who, time, comment, at)
                        values (:request, :agreement, :number, :party, :who, :time, :comment, :at)
                        """)
                .param("request", request.text())
                .param("agreement", proposal.agreement())
                .param("number", proposal.number())
                .param("party", proposal.party())
                .param("who", proposal.who())
                .param("time", RequestRows.time(proposal.time()))
                .param("comment", proposal.comment())
                .param("at", RequestRows.time(proposal.at()))
                .update();
    }

    @Override
    public void accept(RequestId request, Acceptance acceptance) {
        jdbc.sql("""
                        insert into syncgate.time_acceptance (request, agreement, proposal, party, who, comment, at)
                        values (:request, :agreement, :proposal, :party, :who, :comment, :at)
                        """)
                .param("request", request.text())
                .param("agreement", acceptance.agreement())
                .param("proposal", acceptance.proposal())
                .param("party", acceptance.party())
                .param("who", acceptance.who())
                .param("comment", acceptance.comment())
                .param("at", RequestRows.time(acceptance.at()))
                .update();
    }

    @Override
    public void miss(RequestId request, MissedTime missed) {
        jdbc.sql("""
                        insert into syncgate.missed_time (request, agreement, proposal, why, at)
                        values (:request, :agreement, :proposal, :why, :at)
                        """)
                .param("request", request.text())
                .param("agreement", missed.agreement())
                .param("proposal", missed.proposal())
                .param("why", missed.why())
                .param("at", RequestRows.time(missed.at()))
                .update();
    }

    @Override
    public TimeTalk of(RequestId request, int agreement) {
        return new TimeTalk(
                rows("time_proposal", "number", request, agreement, PROPOSAL),
                rows("time_acceptance", "at, party", request, agreement, ACCEPTANCE),
                rows("missed_time", "proposal", request, agreement, MISSED));
    }

    private <T> List<T> rows(String table, String order, RequestId request, int agreement, RowMapper<T> mapper) {
        return jdbc.sql("select * from syncgate." + table
                        + " where request = :request and agreement = :agreement order by " + order)
                .param("request", request.text())
                .param("agreement", agreement)
                .query(mapper)
                .list();
    }
}
