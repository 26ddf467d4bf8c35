package org.syncgate.request;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was agreed, each time a row of its own that nothing rewrites. */
@Repository
class Agreements {

    private final JdbcClient jdbc;

    Agreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the request's present agreement, unless it is kept already. */
    void keep(DeploymentRequest request) {
        jdbc.sql("""
                        insert into syncgate.agreement (
                            request, number, deployed, target, spec, agreed_at, expires_at)
                        values (:request, :number, :deployed, :target, :spec, :agreedAt, :expiresAt)
                        on conflict (request, number) do nothing
                        """)
                .param("request", request.id().text())
                .param("number", request.agreementNumber())
                .param("deployed", RequestRows.array(request.agreement().deployed()))
                .param("target", RequestRows.array(request.agreement().target()))
                .param("spec", request.agreement().spec())
                .param("agreedAt", RequestRows.time(request.agreedAt()))
                .param("expiresAt", RequestRows.time(request.expiresAt()))
                .update();
    }
}
