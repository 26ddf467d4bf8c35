package org.syncgate.journey;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.bypass.Bypass;
import org.syncgate.bypass.Bypasses;
import org.syncgate.model.ApplicationId;

/** What journeys around what goes past the gate have in common. */
abstract class BypassJourney extends SyncJourney {

    /** Within seconds, says the design. */
    static final Duration SECONDS = Duration.ofSeconds(5);

    @Autowired
    Bypasses bypasses;

    /** All that went past the gate of an application, the last first. */
    List<Bypass> bypassesOf(ApplicationId application) {
        return bypasses.last(Optional.empty(), 10_000).stream()
                .filter(bypass -> bypass.application().equals(application))
                .toList();
    }

    Bypass awaitBypass(ApplicationId application) {
        return await("what went past the gate of " + application)
                .atMost(SECONDS)
                .until(() -> bypassesOf(application), found -> !found.isEmpty())
                .get(0);
    }

    /** The id of the task in which it is to be explained. */
    String awaitTask(Bypass bypass) {
        return await("explainBypass of " + bypass.id())
                .atMost(PATIENCE)
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(bypass.id().text())
                                .taskDefinitionKey("explainBypass")
                                .list(),
                        found -> found.size() == 1)
                .get(0)
                .getId();
    }
}
