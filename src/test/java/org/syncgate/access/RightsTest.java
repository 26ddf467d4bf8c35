package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.syncgate.model.Groups;

class RightsTest {

    private static final List<Right> TABLE = Rights.table();

    @Test
    void everyGroupWorksInTasklistAndReadsTheModels() {
        assertThat(groupsWith(Resources.APPLICATION, "tasklist")).containsExactlyInAnyOrderElementsOf(Groups.ALL);
        assertThat(TABLE)
                .filteredOn(right -> names(right).contains("READ") && right.resource() == Resources.PROCESS_DEFINITION)
                .filteredOn(right -> right.id().equals("*"))
                .extracting(Right::group)
                .containsExactlyInAnyOrderElementsOf(Groups.ALL);
    }

    @Test
    void onlyOverseersHaveCockpitAndNobodyHasAdmin() {
        assertThat(groupsWith(Resources.APPLICATION, "cockpit"))
                .containsExactlyInAnyOrder(Groups.COORDINATORS, Groups.SYNCGATE_ADMINS);
        assertThat(groupsWith(Resources.APPLICATION, "admin")).isEmpty();
        assertThat(groupsWith(Resources.APPLICATION, "*")).isEmpty();
    }

    @Test
    void nobodyChangesAnythingButByStartingAndRetrying() {
        Set<String> permissions =
                TABLE.stream().flatMap(right -> names(right).stream()).collect(Collectors.toSet());

        assertThat(permissions)
                .containsExactlyInAnyOrder(
                        "ACCESS", "READ", "READ_INSTANCE", "READ_HISTORY", "CREATE", "CREATE_INSTANCE", "RETRY_JOB");
        assertThat(TABLE)
                .filteredOn(right -> names(right).contains("CREATE"))
                .allMatch(right -> right.resource() == Resources.PROCESS_INSTANCE);
        assertThat(TABLE)
                .filteredOn(right -> names(right).contains("RETRY_JOB"))
                .extracting(Right::group)
                .containsExactly(Groups.SYNCGATE_ADMINS);
    }

    @Test
    void noRightIsNamedTwice() {
        assertThat(TABLE)
                .extracting(right -> right.group() + right.resource().resourceName() + right.id())
                .doesNotHaveDuplicates();
    }

    private static Set<String> groupsWith(Resource resource, String id) {
        return TABLE.stream()
                .filter(right -> right.resource() == resource && right.id().equals(id))
                .map(Right::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Right right) {
        return right.permissions().stream().map(Permission::getName).collect(Collectors.toSet());
    }
}
