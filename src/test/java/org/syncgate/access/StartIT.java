package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.syncgate.model.Groups;

/** What a start finds is brought to what the code says, and nothing is made twice. */
@Tag("own-application")
class StartIT {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = TestSyncgate.postgres();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void aSecondStartMakesNothingTwiceAndTakesAwayWhatNobodyShouldHave() {
        Set<String> rights;
        try (ConfigurableApplicationContext first = TestSyncgate.start(postgres)) {
            rights = rights(first);
            grantTooMuch(first.getBean(AuthorizationService.class));
        }

        try (ConfigurableApplicationContext second = TestSyncgate.start(postgres)) {
            assertThat(filters(second))
                    .containsExactlyInAnyOrderElementsOf(
                            TaskFilter.all().stream().map(TaskFilter::name).toList());
            assertThat(rights(second)).isEqualTo(rights);
        }
    }

    private static void grantTooMuch(AuthorizationService authorizations) {
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(Groups.DEVELOPERS);
        right.setResource(Resources.FILTER);
        right.setResourceId(Authorization.ANY);
        right.addPermission(Permissions.CREATE);
        authorizations.saveAuthorization(right);
        Authorization models = authorizations
                .createAuthorizationQuery()
                .groupIdIn(Groups.DEVELOPERS)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(Authorization.ANY)
                .singleResult();
        models.addPermission(Permissions.DELETE);
        authorizations.saveAuthorization(models);
    }

    private static List<String> filters(ConfigurableApplicationContext syncgate) {
        return syncgate.getBean(FilterService.class).createFilterQuery().list().stream()
                .map(Filter::getName)
                .toList();
    }

    private static Set<String> rights(ConfigurableApplicationContext syncgate) {
        return syncgate.getBean(AuthorizationService.class).createAuthorizationQuery().list().stream()
                .map(Object::toString)
                .map(text -> text.replaceAll("revision=\\d+", ""))
                .collect(java.util.stream.Collectors.toSet());
    }
}
