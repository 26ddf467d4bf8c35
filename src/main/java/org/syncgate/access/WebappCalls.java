package org.syncgate.access;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which calls the engine's webapps may make: those that they need here, and what is not listed is refused, whatever it
 * would do. Which of the things one sees is the engine's own authorizations' business. A POST without an id is a query
 * with its criteria in the body.
 *
 * <p>Paths are matched as patterns and not as plain strings: those would be bound to Spring's own servlet and miss the
 * webapps' (Jersey's).
 */
final class WebappCalls {

    /** Where people land who did not want to go anywhere in particular. */
    static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** Signs out of the engine; it ends Spring's session too. */
    static final RequestMatcher LOGOUT = post("/camunda/api/admin/auth/user/{engine}/logout");

    /** All of the webapps' calls. */
    static final RequestMatcher API = any("/camunda/api/**");

    static final String ENGINE = "/camunda/api/engine/engine/{engine}";

    /** Where people's entries go. */
    static final RequestMatcher ENTRIES = new OrRequestMatcher(
            post(ENGINE + "/process-definition/{id}/submit-form"),
            post(ENGINE + "/process-definition/key/{key}/submit-form"),
            post(ENGINE + "/task/{id}/submit-form"),
            post(ENGINE + "/task/{id}/claim"),
            post(ENGINE + "/task/{id}/unclaim"),
            post(ENGINE + "/task/{id}/complete"));

    /** What people do in Tasklist. */
    private static final RequestMatcher TASKLIST_WORK = new OrRequestMatcher(
            ENTRIES,
            post(ENGINE + "/filter/{id}/list"),
            post(ENGINE + "/filter/{id}/count"),
            post(ENGINE + "/task/{id}/comment/create"));

    private static final String[] QUERIES = {
        "/task",
        "/variable-instance",
        "/process-instance",
        "/execution",
        "/group",
        "/history/process-instance",
        "/history/activity-instance",
        "/history/variable-instance",
        "/history/task"
    };

    private WebappCalls() {}

    /**
     * What nobody may call, whatever the method: the engine's own administration, the way to a first administrator, what
     * tells of tasks that one does not see, and the page for errors where there is none.
     */
    static RequestMatcher[] closed() {
        return new RequestMatcher[] {
            any("/error"),
            any("/camunda-welcome/**"),
            any("/camunda/app/admin/**"),
            any("/camunda/api/admin/setup/**"),
            any("/camunda/api/admin/plugin/**"),
            post("/camunda/api/admin/auth/user/{engine}/login/**"),
            // what it runs on is nobody's business
            any(ENGINE + "/version"),
            any(ENGINE + "/telemetry/**"),
            any(ENGINE + "/task/{id}/attachment/**"),
            path(HttpMethod.GET, ENGINE + "/task/{id}/comment/{comment}")
        };
    }

    /** What everybody who is signed in may call besides GET. */
    static RequestMatcher[] open() {
        Stream<RequestMatcher> queries = Arrays.stream(QUERIES)
                .flatMap(query -> Stream.of(post(ENGINE + query), post(ENGINE + query + "/count")));
        // Tasklist asks by OPTIONS whether to offer what nobody may do: to make filters and change them
        RequestMatcher offers = path(HttpMethod.OPTIONS, ENGINE + "/filter/**");
        return Stream.concat(queries, Stream.of(TASKLIST_WORK, offers)).toArray(RequestMatcher[]::new);
    }

    /** Cockpit's own queries, most of them by POST, and what only Cockpit reads of the engine; nothing is changed. */
    static RequestMatcher[] cockpit() {
        return Stream.concat(
                        Stream.of(post("/camunda/api/cockpit/**"), post(ENGINE + "/job"), post(ENGINE + "/job/count")),
                        WebappReads.cockpit().map(pattern -> path(HttpMethod.GET, pattern)))
                .toArray(RequestMatcher[]::new);
    }

    /** What administrators may call besides: to set a failed job's retries, which resolves its incident. */
    static RequestMatcher[] administration() {
        return new RequestMatcher[] {path(HttpMethod.PUT, ENGINE + "/job/{id}/retries")};
    }

    /** What everybody who is signed in may read. */
    static RequestMatcher[] reading() {
        return WebappReads.all().map(pattern -> path(HttpMethod.GET, pattern)).toArray(RequestMatcher[]::new);
    }

    /** A path pattern for every method. */
    static RequestMatcher any(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    /** A path pattern for POST. */
    static RequestMatcher post(String pattern) {
        return path(HttpMethod.POST, pattern);
    }

    /** A path pattern for one method. */
    static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
