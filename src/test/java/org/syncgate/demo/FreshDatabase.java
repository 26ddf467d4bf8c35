package org.syncgate.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * A database of its own on the one PostgreSQL server of this JVM, with the roles and schemas that {@code deploy/database}
 * makes for production. The first brings the server up and the last takes it
 * down; the server has no shutdown hook, which would pull it away from under a context that is closing.
 */
final class FreshDatabase implements JdbcConnectionDetails, AutoCloseable {

    /** Owns the tables of schema syncgate. */
    static final String OWNER = "syncgate_migrator";

    private static final String ADMINISTRATOR = "postgres";
    private static final String APPLICATION = "syncgate_app";
    private static final Path SCRIPTS = Path.of("deploy", "database");

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
        execute(running.getPostgresDatabase(), "create database " + name);
        execute(running.getDatabase(ADMINISTRATOR, name), script("schemas.sql"));
        open++;
        return new FreshDatabase("jdbc:postgresql://localhost:" + running.getPort() + "/" + name);
    }

    private static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL refuses " + sql, e);
        }
    }

    private static String script(String name) {
        try {
            return Files.readString(SCRIPTS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return APPLICATION;
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
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setPort(FreePort.next())
                    .setRegisterShutdownHook(false)
                    .start();
            execute(started.getPostgresDatabase(), script("roles.sql"));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
        }
    }
}
