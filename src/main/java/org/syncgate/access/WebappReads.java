package org.syncgate.access;

import static org.syncgate.access.WebappCalls.ENGINE;

import java.util.Arrays;
import java.util.stream.Stream;

/** What the webapps read, as path patterns for GET. */
final class WebappReads {

    /** Pages and what belongs to them, and what a page asks for before it knows who is there. */
    private static final String[] PAGES = {
        "/camunda/app/{app:tasklist|cockpit|welcome}/**",
        "/camunda/lib/**",
        "/camunda/assets/**",
        "/camunda/favicon.ico",
        "/camunda/api/tasklist/plugin/**",
        "/camunda/api/welcome/plugin/**",
        "/camunda/api/admin/auth/user/{engine}",
        "/camunda/api/engine/engine",
        "/camunda/api/engine/engine/"
    };

    private static final String[] ENGINE_FOR_ALL = {
        "/task/**",
        "/filter/**",
        "/process-definition/**",
        "/process-instance/**",
        "/execution/**",
        "/variable-instance/**",
        "/user",
        "/user/{id}/profile",
        "/group/**",
        "/identity/groups",
        "/identity/password-policy",
        "/authorization/check",
        "/history/process-instance/**",
        "/history/activity-instance/**",
        "/history/variable-instance/**",
        "/history/detail/**",
        "/history/task/**",
        "/history/user-operation/**"
    };

    private static final String[] ENGINE_FOR_COCKPIT = {
        "/job/**",
        "/job-definition/**",
        "/incident/**",
        "/deployment/**",
        "/decision-definition/**",
        "/decision-requirements-definition/**",
        "/case-definition",
        "/case-definition/count",
        "/case-instance",
        "/case-instance/count",
        "/external-task/**",
        "/batch/**",
        "/history/incident/**",
        "/history/job-log/**",
        "/history/external-task-log/**",
        "/history/identity-link-log/**",
        "/history/decision-instance/**",
        "/history/decision-requirements-definition/**",
        "/history/case-instance/**",
        "/history/process-definition/**",
        "/history/batch/**"
    };

    private WebappReads() {}

    static Stream<String> all() {
        return Stream.concat(Arrays.stream(PAGES), Arrays.stream(ENGINE_FOR_ALL).map(path -> ENGINE + path));
    }

    static Stream<String> cockpit() {
        return Stream.concat(
                Stream.of("/camunda/api/cockpit/**"),
                Arrays.stream(ENGINE_FOR_COCKPIT).map(path -> ENGINE + path));
    }
}
