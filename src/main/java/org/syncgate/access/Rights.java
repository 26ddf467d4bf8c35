package org.syncgate.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.syncgate.model.Groups.ALL;
import static org.syncgate.model.Groups.COORDINATORS;
import static org.syncgate.model.Groups.DEVELOPERS;
import static org.syncgate.model.Groups.FORUM_TEAM;
import static org.syncgate.model.Groups.RELEASE_MANAGERS;
import static org.syncgate.model.Groups.SYNCGATE_ADMINS;
import static org.syncgate.model.Groups.TELESCOPE_CONFIGURATION_MANAGERS;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * Every right in the engine, and nobody has another. Two kinds are not in here: those on a single task, which the
 * engine gives its candidates and assignee by itself, and those on filters, which {@link TaskFilter} has.
 *
 * <p>Models are no secret: whoever has a task may see the diagram it belongs to, be it a path's or a shared part's.
 */
final class Rights {

    private static final String DEPLOY_APPLICATION = "deploy-application";
    private static final String AMEND_REQUEST = "amend-request";
    private static final String FREEZE_GATES = "freeze-gates";

    private static final List<String> REQUESTERS = List.of(DEVELOPERS, RELEASE_MANAGERS, SYNCGATE_ADMINS);
    private static final List<String> OVERSEERS = List.of(COORDINATORS, SYNCGATE_ADMINS);

    private Rights() {}

    static List<Right> table() {
        return Stream.of(
                        of(ALL, APPLICATION, "tasklist", ACCESS),
                        of(OVERSEERS, APPLICATION, "cockpit", ACCESS),
                        of(
                                List.of(DEVELOPERS, RELEASE_MANAGERS, TELESCOPE_CONFIGURATION_MANAGERS, FORUM_TEAM),
                                PROCESS_DEFINITION,
                                ANY,
                                ProcessDefinitionPermissions.READ),
                        of(
                                List.of(COORDINATORS),
                                PROCESS_DEFINITION,
                                ANY,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.READ_INSTANCE,
                                ProcessDefinitionPermissions.READ_HISTORY),
                        of(
                                List.of(SYNCGATE_ADMINS),
                                PROCESS_DEFINITION,
                                ANY,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.READ_INSTANCE,
                                ProcessDefinitionPermissions.READ_HISTORY,
                                ProcessDefinitionPermissions.RETRY_JOB),
                        of(List.of(SYNCGATE_ADMINS), TASK, ANY, READ),
                        of(REQUESTERS, PROCESS_INSTANCE, ANY, CREATE),
                        of(
                                REQUESTERS,
                                PROCESS_DEFINITION,
                                DEPLOY_APPLICATION,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.CREATE_INSTANCE),
                        of(
                                REQUESTERS,
                                PROCESS_DEFINITION,
                                AMEND_REQUEST,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.CREATE_INSTANCE),
                        of(
                                List.of(SYNCGATE_ADMINS),
                                PROCESS_DEFINITION,
                                FREEZE_GATES,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.CREATE_INSTANCE),
                        of(OVERSEERS, DECISION_DEFINITION, ANY, READ, READ_HISTORY),
                        of(List.of(SYNCGATE_ADMINS), DEPLOYMENT, ANY, READ))
                .flatMap(rights -> rights)
                .toList();
    }

    /** What somebody is told who must not start this process. */
    static String whoStarts(String process) {
        if (process.equals(FREEZE_GATES)) {
            return "Only members of " + SYNCGATE_ADMINS
                    + " can set, lift or override a freeze. Ask one of them to do it.";
        }
        return process.equals(DEPLOY_APPLICATION) || process.equals(AMEND_REQUEST)
                ? "Only members of " + String.join(", ", REQUESTERS)
                        + " can start a deployment or amend one. Ask one of them to do it."
                : "Syncgate starts " + process + " itself where a request needs it. Nobody starts it by hand.";
    }

    private static Stream<Right> of(List<String> groups, Resource resource, String id, Permission... permissions) {
        return groups.stream().map(group -> new Right(group, resource, id, Set.of(permissions)));
    }
}
