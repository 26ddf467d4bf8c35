package org.syncgate.access;

import static org.syncgate.model.Groups.ALL;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.TaskQuery;
import org.syncgate.model.Groups;

/**
 * A list in Tasklist, which is empty without any.
 *
 * @param name what people read; also what it is found by at the next start
 * @param description its tooltip
 * @param colour of its mark, {@code #rrggbb}
 * @param criteria which tasks are in it
 * @param readers the groups that see it
 */
record TaskFilter(
        String name, String description, String colour, UnaryOperator<TaskQuery> criteria, List<String> readers) {

    /** All of them, in the order in which they are shown. */
    static List<TaskFilter> all() {
        return Stream.concat(
                        Stream.of(
                                new TaskFilter(
                                        "My tasks",
                                        "What waits for you by name, claimed or not",
                                        "#0b6e75",
                                        query -> query.taskInvolvedUserExpression("${currentUser()}"),
                                        ALL),
                                new TaskFilter(
                                        "My groups",
                                        "What waits for any group of yours, and who is at it",
                                        "#1f5a92",
                                        query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")
                                                .includeAssignedTasks(),
                                        ALL)),
                        Stream.of(
                                role(Groups.DEVELOPERS, "Developers", "#3f6f2c"),
                                role(Groups.RELEASE_MANAGERS, "Release managers", "#8a4b0f"),
                                role(Groups.COORDINATORS, "Coordinators", "#6b3fa0"),
                                role(
                                        Groups.TELESCOPE_CONFIGURATION_MANAGERS,
                                        "Telescope configuration managers",
                                        "#9c2f5f"),
                                role(Groups.FORUM_TEAM, "Forum team", "#5b6470"),
                                role(Groups.SYNCGATE_ADMINS, "Administrators", "#a12c2c")))
                .toList();
    }

    /** How Tasklist shows it. A task's name says what it is about: candidates do not see their process's variables. */
    Map<String, Object> properties(int position) {
        return Map.of("description", description, "color", colour, "priority", position, "refresh", true);
    }

    private static TaskFilter role(String group, String name, String colour) {
        return new TaskFilter(
                name,
                "What waits for the group " + group,
                colour,
                query -> query.taskCandidateGroup(group).includeAssignedTasks(),
                List.of(group));
    }
}
