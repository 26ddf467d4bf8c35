package org.syncgate.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * A database of its own on the one PostgreSQL server of this JVM. The first brings the server up and the last takes it
 * down; the server has no shutdown hook, which would pull it away from under a context that is closing.
 */
final class FreshDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String USER = "postgres";

    private static Optional<EmbeddedPostgres> server = Optional.empty();
    private static int open;
    private static int created;

    private final String url;

    private FreshDatabase(String url) {
        this.url = url;
    }

    static synchronized FreshDatabase create() {
        EmbeddedPostgres running = server.orElseGet(FreshDatabase::start);
        server = Optional.of(running);
        String name = "syncgate_" + ++created;
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + name, e);
        }
        open++;
        return new FreshDatabase(running.getJdbcUrl(USER, name));
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void close() {
        release();
    }

    private static synchronized void release() {
        if (--open > 0) {
            return;
        }
        try {
            server.orElseThrow().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = Optional.empty();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
        }
    }
}
