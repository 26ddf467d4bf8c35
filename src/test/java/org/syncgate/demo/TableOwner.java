package org.syncgate.demo;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The role that owns the tables of schema syncgate, for tests of what holds against it too: the application's own role may
 * not even try most of that.
 *
 * @param url the database, without a role
 */
public record TableOwner(String url) {

    /** What the role is called. */
    public String role() {
        return FreshDatabase.OWNER;
    }

    /** Speaks as the role, outside the test's transaction. */
    public JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(url, FreshDatabase.OWNER, ""));
    }
}
