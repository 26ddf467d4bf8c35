package org.syncgate.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.RequestId;

@Repository
class JdbcApprovals implements Approvals {

    private final JdbcClient jdbc;

    JdbcApprovals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void give(RequestId request, Approval approval) {
        jdbc.sql("""
                        insert into syncgate.approval (request, agreement, approver, groups, revisions, comment, at)
                        values (:request, :agreement, :approver, :groups, :revisions, :comment, :at)
                        """)
                .param("request", request.text())
                .param("agreement", approval.agreement())
                .param("approver", approval.approver())
                .param("groups", RequestRows.array(approval.groups()))
                .param("revisions", RequestRows.array(approval.revisions()))
                .param("comment", approval.comment())
                .param("at", RequestRows.time(approval.at()))
                .update();
    }

    @Override
    public List<Approval> of(RequestId request, int agreement) {
        return jdbc.sql("""
                        select * from syncgate.approval
                        where request = :request and agreement = :agreement
                        order by at, approver
                        """)
                .param("request", request.text())
                .param("agreement", agreement)
                .query((row, number) -> approval(row))
                .list();
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getInt("agreement"),
                row.getString("approver"),
                RequestRows.texts(row, "groups"),
                RequestRows.texts(row, "revisions"),
                row.getString("comment"),
                RequestRows.instant(row, "at"));
    }
}
