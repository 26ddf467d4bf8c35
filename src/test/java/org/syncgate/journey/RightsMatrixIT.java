package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.demo.Browser;
import org.syncgate.model.Groups;
import org.syncgate.request.DeploymentRequest;

/** What each group may do in the engine, asked of the engine right by right, and what that means for what they see. */
// first: it lists the whole history, which takes the engine seconds once other tests have left much
@Order(1)
class RightsMatrixIT extends AmendJourney {

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Test
    void eachGroupHasTheRightsOfTheTableAndOfAllThatTheEngineKnowsNoOther() throws IOException {
        DeploymentRequest request = askForApproval("dev2");
        String task = awaitTask(request, "approveDeployment");
        Set<String> granted = new TreeSet<>();
        int asked = 0;

        for (Resource resource : Resources.values()) {
            for (Permission permission : ResourceTypeUtil.getPermissionsByResourceType(resource.resourceType())) {
                if (permission.getName().equals("NONE")
                        || !Arrays.asList(permission.getTypes()).contains(resource)) {
                    continue;
                }
                for (String id : ids(resource, task)) {
                    List<String> who = Groups.ALL.stream()
                            .filter(group -> authorizations.isUserAuthorized(
                                    "somebody", List.of(group), permission, resource, id))
                            .toList();
                    asked += Groups.ALL.size();
                    boolean anyway = !id.equals("*") && who.equals(holders(permission, resource));
                    if (!who.isEmpty() && !anyway) {
                        granted.add(line(resource, permission, name(resource, id, task), who));
                    }
                }
            }
        }

        assertThat(granted).containsExactlyElementsOf(new TreeSet<>(table()));
        assertThat(asked).isGreaterThan(1000);
    }

    @Test
    void developersSeeTheirOwnTasksAndNothingOfAnothersRequest() {
        DeploymentRequest request = askForApproval("dev");
        awaitClock(request);
        makeVoid(request);
        String task = awaitTask(request, "reconsiderRequest");

        assertThat(seen("dev", "/task/" + task)).isEqualTo(200);
        assertThat(seen("dev2", "/task/" + task)).isIn(403, 404);
        assertThat(listed("dev", "/task", request)).isPositive();
        for (String list : List.of(
                "/task",
                "/history/task",
                "/history/user-operation",
                "/history/process-instance",
                "/history/variable-instance",
                "/history/activity-instance",
                "/history/detail",
                "/process-instance",
                "/execution",
                "/variable-instance")) {
            assertThat(listed("dev2", list, request)).as(list).isZero();
        }
        assertThat(count("dev2", "/task?processInstanceBusinessKey=" + request.id()))
                .isZero();
        assertThat(signedIn("dev").get("/requests/" + request.id()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coord", "admin"})
    void overseersSeeInCockpitWhatRunsAndCanChangeNoneOfIt(String person) {
        DeploymentRequest request = askForApproval("dev2");
        Browser browser = signedIn(person);
        String instance = "/process-instance/" + request.processInstance();

        assertThat(browser.engineGet(instance).statusCode()).isEqualTo(200);
        assertThat(browser.engineGet(instance + "/variables").statusCode()).isEqualTo(200);
        for (String change : List.of("/modification", "/variables", "/delete", "/suspended", "/modification-async")) {
            assertThat(browser.enginePost(instance + change, "{}").statusCode())
                    .as(change)
                    .isEqualTo(403);
        }
        assertThat(browser.call(
                                "PUT",
                                "/camunda/api/engine/engine/default" + instance + "/variables/request",
                                "{\"value\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private Set<String> ids(Resource resource, String task) {
        Set<String> ids = new TreeSet<>(Set.of(Authorization.ANY));
        if (resource == Resources.TASK || resource == Resources.HISTORIC_TASK) {
            // other tasks come and go
            ids.add(task);
            return ids;
        }
        authorizations.createAuthorizationQuery().resourceType(resource).list().stream()
                .map(Authorization::getResourceId)
                .forEach(ids::add);
        return ids;
    }

    private List<String> holders(Permission permission, Resource resource) {
        return Groups.ALL.stream()
                .filter(group -> authorizations.isUserAuthorized("somebody", List.of(group), permission, resource))
                .toList();
    }

    private String name(Resource resource, String id, String task) {
        if (id.equals(task)) {
            return "an-approval";
        }
        return resource == Resources.FILTER && !id.equals(Authorization.ANY) ? filter(filters.getFilter(id)) : id;
    }

    private static String filter(Filter filter) {
        return filter.getName().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String line(Resource resource, Permission permission, String id, List<String> who) {
        return String.join(
                " ",
                resource.resourceName(),
                permission.getName(),
                id,
                who.equals(Groups.ALL) ? "everybody" : who.stream().sorted().collect(Collectors.joining(" ")));
    }

    private static List<String> table() throws IOException {
        try (InputStream table = RightsMatrixIT.class.getResourceAsStream("rights.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\s*\\|\\s*|,\\s*"))
                            .map(String::trim)
                            .collect(Collectors.joining(" ")))
                    .toList();
        }
    }

    private int seen(String person, String path) {
        return signedIn(person).engineGet(path).statusCode();
    }

    private long listed(String person, String list, DeploymentRequest request) {
        HttpResponse<String> answer = signedIn(person).engineGet(list);
        assertThat(answer.statusCode()).as(list).isEqualTo(200);
        List<String> marks = new ArrayList<>(List.of(
                request.processInstance(), request.agreement().application().name()));
        return Stream.of(answer.body().split("[{]"))
                .filter(part -> marks.stream().anyMatch(part::contains))
                .count();
    }

    private int count(String person, String query) {
        return tree(signedIn(person).engineGet(query.replace("?", "/count?")).body())
                .path("count")
                .asInt(-1);
    }
}
