package org.syncgate.access;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import org.syncgate.model.Groups;

/**
 * People and groups as the engine sees them: whoever is signed in, and the names of those who were. It checks no
 * password and creates nobody.
 */
class EngineIdentityProvider implements ReadOnlyIdentityProvider {

    private final KnownPeople people;

    EngineIdentityProvider(KnownPeople people) {
        this.people = people;
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return people.find(userId).map(EngineUsers::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new EngineUsers(people);
    }

    @Override
    public UserQuery createUserQuery(CommandContext commandContext) {
        return createUserQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("People are not in the engine's tables: there is nothing to ask by SQL.");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return Groups.ALL.contains(groupId) ? EngineGroups.group(groupId) : null;
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new EngineGroups(people);
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext commandContext) {
        return createGroupQuery();
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext commandContext) {
        return createTenantQuery();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** Syncgate has none. */
    private static final class NoTenants extends TenantQueryImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public long executeCount(CommandContext commandContext) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext commandContext, Page page) {
            return List.of();
        }
    }
}
