package org.syncgate.web;

import java.util.ArrayList;
import java.util.List;
import org.syncgate.request.Standing;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Voided;
import org.syncgate.request.Standing.Waiting;

/** What has still to come before a request is synced, line by line as its page says it. */
final class ApiWaits {

    private ApiWaits() {}

    static List<String> of(Standing standing, RequestPage page) {
        if (standing instanceof Voided) {
            return List.of("Decision: its requester retargets or withdraws it");
        }
        if (standing instanceof Failed) {
            return List.of("Decision: what to do about the failed sync");
        }
        if (!(standing instanceof Waiting)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        add(lines, "Notice", page.clock().notice());
        add(lines, "Approvals missing", page.approvals().missing());
        add(lines, "Agreed time missing", page.agreedTime().missing());
        page.window()
                .ifPresent(window ->
                        add(lines, "Maintenance window", window.id() + ", " + window.utc() + ", " + window.standing()));
        add(lines, "Earliest sync", page.clock().earliest());
        return List.copyOf(lines);
    }

    private static void add(List<String> lines, String name, String words) {
        if (!words.isEmpty()) {
            lines.add(name + ": " + words);
        }
    }
}
