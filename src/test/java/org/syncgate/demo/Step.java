package org.syncgate.demo;

import java.util.Optional;
import org.syncgate.demo.Behaviour.Outcome;

/** What the simulated controller does next with an Application, decided from what is stored. */
enum Step {
    PICK_UP,
    SAY_BLOCKED,
    FINISH,
    TERMINATE,
    REFRESH,
    REMOVE,
    AUTO_SYNC,
    /** Look at the result of an operation that is over. */
    COMPARE,
    /** See the health become what it will be. */
    SETTLE;

    /** What the stored Application asks for by itself; {@link #COMPARE} and {@link #SETTLE} only follow an operation. */
    static Optional<Step> next(Application application, Behaviour behaviour) {
        if (application
                .text("/metadata/annotations/argocd.argoproj.io~1skip-reconcile")
                .equals("true")) {
            return Optional.empty();
        }
        if (application.has("/operation")) {
            return withOperation(application, behaviour);
        }
        if (application.has("/metadata/deletionTimestamp")) {
            return Optional.of(REMOVE);
        }
        if (application.has("/metadata/annotations/argocd.argoproj.io~1refresh")) {
            return Optional.of(REFRESH);
        }
        return wantsAutoSync(application) ? Optional.of(AUTO_SYNC) : Optional.empty();
    }

    private static Optional<Step> withOperation(Application application, Behaviour behaviour) {
        if (!application.operationRunning()) {
            return Optional.of(PICK_UP);
        }
        if (application.text("/status/operationState/phase").equals("Terminating")) {
            return Optional.of(TERMINATE);
        }
        // Running with finishedAt waits for a retry, which this controller leaves to the test
        if (application.has("/status/operationState/finishedAt") || behaviour.outcome() == Outcome.NEVER_FINISHES) {
            return Optional.empty();
        }
        if (behaviour.outcome() == Outcome.BLOCKED) {
            return application.text("/status/operationState/message").equals(behaviour.message())
                    ? Optional.empty()
                    : Optional.of(SAY_BLOCKED);
        }
        return Optional.of(FINISH);
    }

    /** Auto-sync tries a revision once, and without self-heal leaves drift alone. */
    private static boolean wantsAutoSync(Application application) {
        return application.autoSync()
                && application.text("/status/sync/status").equals("OutOfSync")
                && !application.operationRunning()
                && !application.target().equals(application.deployed())
                && !application
                        .target()
                        .equals(application.revisionsIn(application.at("/status/operationState/syncResult")));
    }
}
