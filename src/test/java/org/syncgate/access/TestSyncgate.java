package org.syncgate.access;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.syncgate.SyncgateApplication;
import org.syncgate.demo.FreePort;

/** Syncgate in profile local on a real PostgreSQL, with people of several groups. Their passwords are their ids. */
final class TestSyncgate {

    private static final List<String> USERS = List.of(
            "dora:Dora Developer:developers",
            "rhea:Rhea Release:release-managers",
            "rolf:Rolf Release:release-managers",
            "cody:Cody Coordinator:coordinators",
            "ada:Ada Admin:syncgate-admins",
            "nora:Nora Nogroup:");

    private TestSyncgate() {}

    static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder().setPort(FreePort.next()).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static ConfigurableApplicationContext start(EmbeddedPostgres postgres, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.hikari.maximum-pool-size=8",
                "--server.port=0",
                "--management.server.port=0",
                // or a calendar's next window, when it is near, would open in the middle of a test
                "--syncgate.window.open-ahead=false",
                "--syncgate.clusters[0].name=idfdev",
                "--syncgate.clusters[0].deployment=science",
                "--syncgate.clusters[0].tier=dev",
                "--syncgate.clusters[0].kubeconfig=target/no-kubeconfig",
                "--syncgate.clusters[0].context=idfdev",
                "--spring.main.banner-mode=off"));
        for (int index = 0; index < USERS.size(); index++) {
            String[] user = USERS.get(index).split(":", -1);
            String property = "--syncgate.local.users[" + index + "].";
            arguments.add(property + "id=" + user[0]);
            arguments.add(property + "name=" + user[1]);
            arguments.add(property + "password=" + user[0]);
            if (!user[2].isEmpty()) {
                arguments.add(property + "groups=" + user[2]);
            }
        }
        arguments.addAll(List.of(more));
        return SpringApplication.from(SyncgateApplication::main)
                .with(Beans.class)
                .withAdditionalProfiles("local")
                .run(arguments.toArray(String[]::new))
                .getApplicationContext();
    }

    static String url(ConfigurableApplicationContext context) {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Ends a session as the server does when nobody has come for long. */
    static void forget(ConfigurableApplicationContext context, String session) {
        find(context, session).expire();
    }

    /** After how long without a click the server forgets a session, in seconds. */
    static int secondsOf(ConfigurableApplicationContext context, String session) {
        return find(context, session).getMaxInactiveInterval();
    }

    private static Session find(ConfigurableApplicationContext context, String session) {
        TomcatWebServer server = (TomcatWebServer) ((ServletWebServerApplicationContext) context).getWebServer();
        return Stream.of(server.getTomcat().getHost().findChildren())
                .map(child -> ((Context) child).getManager())
                .flatMap(manager -> Stream.of(manager.findSessions()))
                .filter(known -> known.getId().equals(session))
                .findFirst()
                .orElseThrow();
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        static final String SEPARATION = "You asked for this deployment: somebody else has to approve it.";

        /** Stands for the process module's separation of duty: who started may not approve. */
        @Bean
        TaskRule separation() {
            return (task, person) ->
                    person.id().equals(task.getVariable("requester")) ? Optional.of(SEPARATION) : Optional.empty();
        }
    }
}
