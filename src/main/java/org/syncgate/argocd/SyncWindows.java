package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The sync windows that an AppProject has for one Application.
 *
 * @param windows those that can be read
 * @param unreadable words about those that cannot
 */
record SyncWindows(List<SyncWindow> windows, List<String> unreadable) {

    /** So many changes ahead it looks for the next opening: a week of hourly windows. */
    private static final int CHANGES_AHEAD = 336;

    static SyncWindows of(JsonNode project, JsonNode application) {
        List<SyncWindow> windows = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (JsonNode json : Json.items(project.at("/spec/syncWindows"))) {
            try {
                if (selects(json, application)) {
                    windows.add(SyncWindow.of(json));
                }
            } catch (IllegalArgumentException e) {
                unreadable.add(String.valueOf(e.getMessage()));
            }
        }
        return new SyncWindows(windows, unreadable);
    }

    private static boolean selects(JsonNode window, JsonNode application) {
        JsonNode destination = application.at("/spec/destination");
        List<Boolean> selectors = Stream.of(
                        selector(window.path("applications"), application.at("/metadata/name")),
                        selector(window.path("clusters"), destination.path("name"), destination.path("server")),
                        selector(window.path("namespaces"), destination.path("namespace")))
                .flatMap(Optional::stream)
                .toList();
        return window.path("andOperator").asBoolean()
                ? !selectors.isEmpty() && selectors.stream().allMatch(Boolean::booleanValue)
                : selectors.stream().anyMatch(Boolean::booleanValue);
    }

    /** Whether one of the patterns names one of the values; empty where there are no patterns. */
    private static Optional<Boolean> selector(JsonNode patterns, JsonNode... values) {
        List<Glob> globs = Json.texts(patterns).stream().map(Glob::parse).toList();
        return globs.isEmpty()
                ? Optional.empty()
                : Optional.of(Stream.of(values)
                        .filter(Json::present)
                        .map(Json::text)
                        .anyMatch(value -> globs.stream().anyMatch(glob -> glob.matches(value))));
    }

    /** Why nobody may sync by hand now; empty where one may. */
    List<String> refusals(Instant now) {
        if (!unreadable.isEmpty()) {
            return unreadable.stream()
                    .map(words -> "A sync window of its project blocks, since Syncgate " + words + ".")
                    .toList();
        }
        if (permits(now)) {
            return List.of();
        }
        String opening = opening(now).map(at -> "they open at " + at + ".").orElse("no opening is in sight.");
        return List.of("The sync windows of its project are shut; " + opening);
    }

    /** As Argo CD's SyncWindows.CanSync answers for a manual sync that has not begun. */
    private boolean permits(Instant now) {
        Predicate<SyncWindow> active = window -> window.active(now);
        List<SyncWindow> activeDenies =
                windows.stream().filter(active.and(window -> !window.allow())).toList();
        if (!activeDenies.isEmpty()) {
            return activeDenies.stream().allMatch(SyncWindow::manual);
        }
        List<SyncWindow> allows = windows.stream().filter(SyncWindow::allow).toList();
        return allows.stream().anyMatch(active) || allows.stream().allMatch(SyncWindow::manual);
    }

    private Optional<Instant> opening(Instant now) {
        // a window's first and last instant are outside of it
        Duration inside = Duration.ofSeconds(1);
        Optional<Instant> change = nextChange(now);
        for (int ahead = 0; ahead < CHANGES_AHEAD && change.isPresent(); ahead++) {
            if (permits(change.get().plus(inside))) {
                return change;
            }
            change = nextChange(change.get());
        }
        return Optional.empty();
    }

    private Optional<Instant> nextChange(Instant now) {
        return windows.stream().flatMap(window -> window.changes(now)).min(Comparator.naturalOrder());
    }
}
