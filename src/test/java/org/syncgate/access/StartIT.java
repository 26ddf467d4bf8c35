package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
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

    private static final Locale LANGUAGE = Locale.getDefault();

    private static EmbeddedPostgres postgres;
    private static Set<String> rightsOfTheFirst;
    private static HttpResponse<String> withoutIssuer;
    private static ConfigurableApplicationContext second;

    @BeforeAll
    static void startTwice() {
        postgres = TestSyncgate.postgres();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try (ConfigurableApplicationContext first = TestSyncgate.start(postgres)) {
            rightsOfTheFirst = rights(first);
            withoutIssuer = machine(first);
            grantTooMuch(first.getBean(AuthorizationService.class));
        }
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        // nobody listens there
        second = TestSyncgate.start(postgres, "--syncgate.machines.issuer-uri=http://127.0.0.1:9/realms/observatory");
    }

    @AfterAll
    static void stop() throws IOException {
        Locale.setDefault(LANGUAGE);
        second.close();
        postgres.close();
    }

    @Test
    void aSecondStartFindsItsTablesOnAMachineWhoseLanguageIsTurkish() {
        assertThat(second.isRunning()).isTrue();
    }

    @Test
    void aSecondStartMakesNothingTwiceAndTakesAwayWhatNobodyShouldHave() {
        assertThat(filters(second))
                .containsExactlyInAnyOrderElementsOf(
                        TaskFilter.all().stream().map(TaskFilter::name).toList());
        assertThat(rights(second)).isEqualTo(rightsOfTheFirst);
    }

    @Test
    void whereNoIssuerIsConfiguredMachinesAreToldSo() {
        assertThat(withoutIssuer.statusCode()).isEqualTo(404);
        assertThat(withoutIssuer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(withoutIssuer.body()).contains("Machines cannot ask here: syncgate.machines.issuer-uri is not set.");
    }

    @Test
    void itStartsWithoutTheIssuerOfTheMachinesTokensAndLetsNoMachineInMeanwhile() {
        HttpResponse<String> answer = machine(second);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("cannot be asked for its keys at the moment, so no token is taken");
    }

    private static HttpResponse<String> machine(ConfigurableApplicationContext syncgate) {
        HttpRequest call = HttpRequest.newBuilder(
                        URI.create(TestSyncgate.url(syncgate) + "/api/v1/requests/r-22222222"))
                .header("Authorization", "Bearer a.b.c")
                .build();
        try {
            return HttpClient.newHttpClient().send(call, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void grantTooMuch(AuthorizationService authorizations) {
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(Groups.DEVELOPERS);
        right.setResource(Resources.FILTER);
        right.setResourceId(Authorization.ANY);
        right.addPermission(Permissions.CREATE);
        authorizations.saveAuthorization(right);
        Authorization tasks = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        tasks.setGroupId(Groups.DEVELOPERS);
        tasks.setResource(Resources.TASK);
        tasks.setResourceId(Authorization.ANY);
        tasks.addPermission(Permissions.UPDATE);
        authorizations.saveAuthorization(tasks);
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
