package org.syncgate.demo;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The last lines on the console: where to click and who to be. */
final class Greeting {

    private static final String ROW = "  %-8s %-8s %-20s %s%n";

    private Greeting() {}

    static String of(Environment environment) {
        String port = environment.getProperty("local.server.port", "8080");
        StringBuilder text = new StringBuilder();
        text.append("%n  Syncgate is ready: http://localhost:%s/camunda/app/tasklist/%n%n".formatted(port));
        text.append("  Sign in as one of these, then choose \"Start process\".%n%n".formatted());
        text.append(ROW.formatted("name", "password", "who", "groups"));
        users(environment)
                .forEach(user -> text.append(
                        ROW.formatted(user.id(), user.password(), user.name(), String.join(", ", user.groups()))));
        text.append(
                "%n  Move the clock on by an hour or a day: http://localhost:%s%s%n".formatted(port, ClockPage.PATH));
        return text.append("%n  Ctrl-C ends it; nothing is kept.%n".formatted()).toString();
    }

    private static List<User> users(Environment environment) {
        return Binder.get(environment)
                .bind("syncgate.local.users", Bindable.listOf(User.class))
                .orElse(List.of());
    }

    /** One entry of {@code syncgate.local.users}. */
    record User(String id, String name, String password, List<String> groups) {}
}
