package org.syncgate.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The people of profile {@code local}, {@code syncgate.local}. Without effect in any other profile.
 *
 * @param users whoever may sign in by form; may be empty
 */
@Validated
@ConfigurationProperties("syncgate.local")
record LocalSignInProperties(@Valid @DefaultValue List<LocalUser> users) {

    LocalSignInProperties {
        users = List.copyOf(users);
        Set<String> ids = new HashSet<>();
        for (LocalUser user : users) {
            // what is missing is told by its own constraint
            if (RecordNames.have(String.valueOf(user.id()))) {
                throw new IllegalArgumentException("syncgate.local.users: nobody can have the id '" + user.id()
                        + "', since the record calls Syncgate itself or a machine so; choose another");
            }
            if (!ids.add(user.id())) {
                throw new IllegalArgumentException(
                        "syncgate.local.users: two users have the id '" + user.id() + "'; give each their own");
            }
        }
    }

    /**
     * Somebody who may sign in by form.
     *
     * @param id the name they type
     * @param name what others read
     * @param password in plain text: it guards nothing, the server listens on loopback alone
     * @param groups fixed groups; may be empty
     */
    record LocalUser(
            @NotNull @Pattern(regexp = ID, message = "must be letters, digits, '.', '_', '-' or '@', 64 at most")
            String id,

            @NotBlank(message = "must be the name that others read")
            String name,

            @NotBlank(message = "must be set, for instance to the id")
            String password,

            @DefaultValue List<@Pattern(regexp = GROUPS, message = GROUPS_MESSAGE) String> groups) {

        private static final String ID = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";
        private static final String GROUPS =
                "developers|release-managers|coordinators|telescope-configuration-managers|forum-team|syncgate-admins";
        private static final String GROUPS_MESSAGE = "must be one of the groups that Syncgate knows: developers,"
                + " release-managers, coordinators, telescope-configuration-managers, forum-team, syncgate-admins";
    }
}
