package org.syncgate.record;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who owns the tables, and who only uses them: {@code syncgate.database}.
 *
 * @param applicationRole the database role that Syncgate runs as, to which the owner of the tables grants what it needs;
 *     as long as it is empty or the owner itself, one role does both
 * @param migrations what a start does about tables of an earlier version
 */
@ConfigurationProperties("syncgate.database")
record DatabaseProperties(
        @DefaultValue("") String applicationRole,
        @DefaultValue("apply") Migrations migrations) {

    static final String MIGRATIONS = "syncgate.database.migrations";

    /** What a start does about tables of an earlier version. */
    enum Migrations {
        /** Brings them to this version, as {@code spring.flyway.user}. */
        APPLY,
        /** Refuses to start: somebody else brings them to this version. */
        CHECK
    }
}
