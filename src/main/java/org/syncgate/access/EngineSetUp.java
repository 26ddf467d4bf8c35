package org.syncgate.access;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.HISTORIC_TASK;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.model.Groups;

/**
 * Brings the groups' rights in the engine and Tasklist's filters to what the tables in the code say, before the first
 * request is served: what is missing is made, and a right of a group that is not in the table any more is taken away.
 * Several instances that start at once queue up for a lock that ends with the transaction.
 */
@Component
class EngineSetUp implements SmartInitializingSingleton {

    /** Any number that no other lock of Syncgate has: "access" in ASCII. */
    private static final long LOCK = 0x616363657373L;

    /** The engine grants these itself, task by task. */
    private static final Set<Integer> OF_SINGLE_TASKS = Set.of(TASK.resourceType(), HISTORIC_TASK.resourceType());

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;

    EngineSetUp(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
            grant(Stream.concat(Rights.table().stream(), saveFilters().stream()).toList());
        });
    }

    /** Saves all filters and returns the rights to read them. */
    private List<Right> saveFilters() {
        List<TaskFilter> wanted = TaskFilter.all();
        return IntStream.range(0, wanted.size())
                .boxed()
                .flatMap(position -> {
                    TaskFilter filter = wanted.get(position);
                    String id = save(filter, position);
                    return filter.readers().stream().map(group -> new Right(group, FILTER, id, Set.of(READ)));
                })
                .toList();
    }

    private String save(TaskFilter wanted, int position) {
        List<Filter> found =
                filters.createFilterQuery().filterName(wanted.name()).list();
        Filter filter = found.isEmpty() ? filters.newTaskFilter(wanted.name()) : found.get(0);
        filter.setQuery(wanted.criteria().apply(tasks.createTaskQuery()));
        filter.setProperties(wanted.properties(position));
        return filters.saveFilter(filter).getId();
    }

    private void grant(List<Right> rights) {
        Map<String, Authorization> present =
                authorizations.createAuthorizationQuery().groupIdIn(Groups.ALL.toArray(String[]::new)).list().stream()
                        .filter(authorization -> !isTheEnginesOwn(authorization))
                        .collect(Collectors.toMap(EngineSetUp::key, Function.identity()));
        for (Right right : rights) {
            Authorization authorization = present.remove(key(right));
            save(authorization == null ? blank(right) : authorization, right);
        }
        present.values().forEach(obsolete -> authorizations.deleteAuthorization(obsolete.getId()));
    }

    /** A right on a single task, or on a single one that was. */
    private static boolean isTheEnginesOwn(Authorization authorization) {
        return OF_SINGLE_TASKS.contains(authorization.getResourceType())
                && !Authorization.ANY.equals(authorization.getResourceId());
    }

    private Authorization blank(Right right) {
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(right.group());
        authorization.setResource(right.resource());
        authorization.setResourceId(right.id());
        return authorization;
    }

    private void save(Authorization authorization, Right right) {
        authorization.setPermissions(right.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }

    private static String key(Authorization authorization) {
        return key(
                authorization.getAuthorizationType(),
                authorization.getGroupId(),
                authorization.getResourceType(),
                authorization.getResourceId());
    }

    private static String key(Right right) {
        return key(
                Authorization.AUTH_TYPE_GRANT, right.group(), right.resource().resourceType(), right.id());
    }

    private static String key(int type, String group, int resource, String id) {
        return type + "/" + group + "/" + resource + "/" + id;
    }
}
