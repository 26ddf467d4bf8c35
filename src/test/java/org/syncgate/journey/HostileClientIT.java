package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.syncgate.demo.Browser;
import org.syncgate.model.Groups;
import org.syncgate.request.DeploymentRequest;

/**
 * Each role, and nobody, walks every way into the running application with every verb and with bodies that no page sends,
 * on things that are somebody else's. What comes back is held against a table of what that role may do. In an application
 * of its own: the engine's queries for all that was ever, which it asks often, take seconds where other tests have left much.
 */
@Tag("meddled")
class HostileClientIT extends AmendJourney {

    private static final List<String> VERBS =
            List.of("GET", "HEAD", "OPTIONS", "TRACE", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> USUAL = List.of("GET", "POST", "PUT", "DELETE");
    private static final List<String> NAMING = List.of("GET", "POST", "PUT");
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

    /** To a shut door one body is as good as another. */
    private static final Set<Integer> SHUT = Set.of(302, 401, 403, 405);

    /** Who sees nothing, who is asked, and who sees most: the others differ in what they read. */
    private static final Set<String> CLOSELY =
            Set.of(Groups.DEVELOPERS, Groups.RELEASE_MANAGERS, Groups.SYNCGATE_ADMINS);

    /** The one ends the session with which everything else is tried, the other is a stream without an end. */
    private static final List<String> APART = List.of("/logout", "/requests/events");

    private static final int AT_ONCE = 4;

    /**
     * On each route one walk in so many also tries the verbs that the route does not offer, and a hostile body where the door is
     * shut. In a thorough build each does.
     */
    private static final int SHARES = Integer.getInteger("tests.shares", 3);

    private static final List<HostileBody> BODIES = HostileBody.all();

    private static final List<Role> ROLES = List.of(
            new Role("nobody", ""),
            new Role("guest", Guest.ID),
            new Role(Groups.DEVELOPERS, "dev"),
            new Role(Groups.RELEASE_MANAGERS, "rel2"),
            new Role(Groups.COORDINATORS, "coord"),
            new Role(Groups.TELESCOPE_CONFIGURATION_MANAGERS, "tel"),
            new Role(Groups.FORUM_TEAM, "forum"),
            new Role(Groups.SYNCGATE_ADMINS, "admin"));

    /** They see neither the task nor the process of a request that is somebody else's. */
    private static final Set<String> UNCONCERNED =
            Set.of("nobody", "guest", Groups.DEVELOPERS, Groups.TELESCOPE_CONFIGURATION_MANAGERS, Groups.FORUM_TEAM);

    @Autowired
    private ServletContext servlets;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping pages;

    @Autowired
    private ProcessEngine engine;

    private final RoleTable table = RoleTable.read();
    private final Collection<String> faults = new ConcurrentSkipListSet<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void noRoleDoesMoreThanTheTableSaysOnAnyRouteByAnyVerbWithAnyBody() throws Exception {
        DeploymentRequest request = askForApproval("dev2");
        awaitClock(request);
        Somebodys somebodys = new Somebodys(engine, requests, records);
        Object before = somebodys.kept(request);
        Things things = somebodys.things(request);

        assertThat(CLOSELY).hasSizeGreaterThanOrEqualTo(SHARES);
        int close = 0;
        for (Role role : ROLES) {
            if (CLOSELY.contains(role.name())) {
                walk(role, VERBS, things, close++);
            } else {
                walk(role, USUAL, things, ROLES.indexOf(role));
            }
        }

        assertThat(faults).isEmpty();
        assertThat(somebodys.kept(request)).isEqualTo(before);
        // what is counted can only become more: fewer would mean that the routes are not found any more
        assertThat(calls).hasValueGreaterThan(10_000);
    }

    @Test
    void whatIsNotThereIsNeverAFaultOfOursNorAnsweredInTheEnginesWords() throws Exception {
        // three of it fit into a request's head: of a longer one the server reads no more, and resets what still writes
        String longest = "x".repeat(2000);
        List<String> ids = List.of("unknown", "x'%20or%20'1'='1", "%3Cscript%3E", longest);
        assertThat(ids).hasSizeGreaterThanOrEqualTo(SHARES);
        for (String id : ids) {
            walk(ROLES.get(ROLES.size() - 1), NAMING, Things.of(id), ids.indexOf(id));
        }

        assertThat(faults).isEmpty();
    }

    private void walk(Role role, List<String> verbs, Things things, int turn) throws Exception {
        Browser browser = role.person().isEmpty() ? new Browser(url()) : Browser.of(url(), role.person());
        // the one page of the webapps that is open to a guest, and gives a token
        browser.get("/camunda/app/welcome/default/");
        // in the order of the routes, which is the same for each walk
        Map<String, Set<String>> paths = new LinkedHashMap<>();
        Routes.of(servlets, pages).forEach((route, offered) -> {
            if (APART.stream().noneMatch(route::endsWith) && (things.areThere() || route.contains("{"))) {
                paths.computeIfAbsent(things.in(route), any -> new HashSet<>()).addAll(offered);
            }
        });
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> walks = new ArrayList<>();
            paths.forEach((path, offered) -> {
                Tries tries = Tries.of(verbs, offered, walks.size() + turn);
                walks.add(clients.submit(() -> tryAll(role, tries, browser, path, things)));
            });
            for (Future<?> walk : walks) {
                walk.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void tryAll(Role role, Tries tries, Browser browser, String path, Things things) {
        for (String verb : tries.verbs()) {
            int status = judge(role, browser, verb, path, HostileBody.PLAIN, things);
            if (WRITING.contains(verb)) {
                tries.bodies(role, status).forEach(body -> judge(role, browser, verb, path, body, things));
            }
        }
    }

    /**
     * What a walk tries on one route.
     *
     * @param one a body for whom not all are tried with
     * @param rarely whether it is tried at a shut door too
     */
    private record Tries(List<String> verbs, HostileBody one, boolean rarely) {

        /** As many numbers in a row as there are shares have one that tries what is rarely tried. */
        static Tries of(List<String> verbs, Set<String> offered, int number) {
            boolean rarely = number % SHARES == 0;
            return new Tries(
                    rarely ? verbs : verbs.stream().filter(offered::contains).toList(),
                    BODIES.get(number / SHARES % BODIES.size()),
                    rarely);
        }

        /** What else is sent to where a plain body was answered with this status. */
        List<HostileBody> bodies(Role role, int status) {
            if (SHUT.contains(status)) {
                return rarely ? List.of(one) : List.of();
            }
            return CLOSELY.contains(role.name()) ? BODIES : List.of(one);
        }
    }

    private int judge(Role role, Browser browser, String verb, String path, HostileBody body, Things things) {
        calls.incrementAndGet();
        HttpResponse<String> answer = browser.raw(path, request -> {
            request.header("Accept", "application/json");
            browser.token().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
            if (WRITING.contains(verb)) {
                if (!body.type().isEmpty()) {
                    request.header("Content-Type", body.type());
                }
                request.method(verb, HttpRequest.BodyPublishers.ofString(body.content()));
            } else {
                request.method(verb, HttpRequest.BodyPublishers.noBody());
            }
        });
        String what = role.name() + " " + verb + " " + things.out(path) + " with " + body.name() + " → "
                + answer.statusCode();
        if (answer.statusCode() >= 500) {
            faults.add("FAULT " + what + " " + answer.body());
        } else if (isSuccess(answer)) {
            if (!table.grants(role, verb, things.out(path))) {
                faults.add("OPEN  " + what);
            }
            if (WRITING.contains(verb) && !body.readable()) {
                faults.add("TAKEN " + what);
            }
            if (UNCONCERNED.contains(role.name()) && path.startsWith("/camunda/") && things.areIn(answer.body())) {
                faults.add("LEAK  " + what + " " + answer.body());
            }
        } else if (path.startsWith("/camunda/api/")
                && answer.body().matches("(?s).*(org\\.|java\\.|com\\.|SQL|Exception:).*")) {
            faults.add("WORDS " + what + " " + answer.body());
        }
        return answer.statusCode();
    }

    private static boolean isSuccess(HttpResponse<String> answer) {
        boolean toSignIn = answer.headers()
                .firstValue("Location")
                .filter(to -> to.endsWith("/login"))
                .isPresent();
        return answer.statusCode() < 400 && !toSignIn;
    }
}
