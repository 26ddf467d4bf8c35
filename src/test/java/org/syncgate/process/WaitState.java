package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.syncgate.model.Cluster;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Place;

/** Where an upgrade may find what has begun, on each path, and the way from there to its end. */
enum WaitState {
    GATE_SHUT(PathRun.AT_WILL) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.start();
            run.argoCd.edit(
                    node -> node.putObject("operation").putObject("initiatedBy").put("username", "admin"));
            run.run();
            return () -> {
                run.argoCd.edit(node -> node.remove("operation"));
                run.moved();
                run.run();
                syncs(run, request);
            };
        }
    },
    SYNC_RUNNING(PathRun.AT_WILL) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            run.argoCd.begins();
            run.fire("followDue");
            return () -> {
                run.argoCd.succeeds("Healthy");
                run.fire("followDue");
                run.clock.passes(PathRun.SOAK);
                run.fire("followDue");
                deployed(run, request);
            };
        }
    },
    SYNC_FAILED(PathRun.AT_WILL) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            run.argoCd.begins();
            run.argoCd.fails("the hook failed");
            run.fire("followDue");
            return () -> {
                run.decide("dev", "retry", "");
                syncs(run, request);
            };
        }
    },
    NOTICE_PERIOD(PathRun.COURTESY_NOTICE) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            return () -> elapses(run, request);
        }
    },
    NOTICE_TO_BE_TRIED_AGAIN(PathRun.COURTESY_NOTICE) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            run.channels.fails(PathRun.COM_SQUARE, "The channel is archived.");
            DeploymentRequest request = run.started();
            return () -> {
                run.channels.recovers(PathRun.COM_SQUARE);
                run.comes(run.due("nextTryDue"));
                run.fire("nextTryDue");
                elapses(run, request);
            };
        }
    },
    NOTICE_UNDELIVERED(PathRun.COURTESY_NOTICE) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            run.channels.fails(PathRun.COM_SQUARE, "The channel is archived.");
            DeploymentRequest request = run.started();
            while (run.waitsFor("nextTryDue")) {
                run.comes(run.due("nextTryDue"));
                run.fire("nextTryDue");
            }
            return () -> {
                run.channels.recovers(PathRun.COM_SQUARE);
                run.decide("admin", "retry", "");
                elapses(run, request);
            };
        }
    },
    APPROVAL(PathRun.RELEASE_MANAGER) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            return () -> {
                run.approve("rel");
                elapses(run, request);
            };
        }
    },
    SECOND_APPROVAL_OF_THE_TEAM(PathRun.TEAM) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            run.approve("dev2");
            return () -> {
                run.approve("dev3");
                elapses(run, request);
            };
        }
    },
    LAST_APPROVALS_OF_THE_BOARD(PathRun.BOARD) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            run.approve("rel2", run.task("release-managers"));
            return () -> {
                run.approve("coord", run.task("coordinators"));
                run.approve("dev2", run.task("developers"));
                elapses(run, request);
            };
        }
    },
    AGREEMENT_OVERTURNED(PathRun.RELEASE_MANAGER) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            run.argoCd.deploys(PathRun.NEWER);
            run.moved();
            run.run();
            return () -> {
                run.decide("dev", "retarget", "");
                run.approve("rel");
                elapses(run, request);
            };
        }
    },
    RETARGETED_AND_NOT_YET_TOLD(PathRun.RELEASE_MANAGER) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            run.argoCd.pends(PathRun.NEWER);
            run.amend("dev", request, "retarget", "The commissioning run needs the newer one");
            return () -> {
                run.run();
                run.approve("rel");
                elapses(run, request);
            };
        }
    },
    TIME_PROPOSED(PathRun.OUT_OF_HOURS) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            Instant time = propose(run);
            return () -> {
                accept(run);
                comesTo(run, time, "noticeElapsed", "agreedTimeCome");
                syncs(run, request);
            };
        }
    },
    TIME_AGREED(PathRun.OUT_OF_HOURS) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            Instant time = propose(run);
            accept(run);
            comesTo(run, run.due("noticeElapsed"), "noticeElapsed");
            return () -> {
                comesTo(run, time, "agreedTimeCome");
                syncs(run, request);
            };
        }
    },
    WINDOW_TO_BE_CONFIRMED(PathRun.CONFIRMED_WINDOW) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            return () -> {
                confirm(run);
                take(run);
                start(run, request);
                finish(run, request);
            };
        }
    },
    WINDOW_AHEAD(PathRun.WEEKLY_WINDOW) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            comesTo(run, run.due("noticeElapsed"), "noticeElapsed");
            return () -> {
                take(run);
                start(run, request);
                finish(run, request);
            };
        }
    },
    WORK_TO_BE_STARTED(PathRun.CONFIRMED_WINDOW) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            confirm(run);
            take(run);
            comesTo(run, window(run, request).startsAt(), "noticeElapsed", "announcementDue");
            return () -> {
                start(run, request);
                finish(run, request);
            };
        }
    },
    WORK_UNDER_WAY(PathRun.CONFIRMED_WINDOW) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            DeploymentRequest request = run.started();
            confirm(run);
            take(run);
            start(run, request);
            return () -> finish(run, request);
        }
    },
    BYPASS_TO_BE_EXPLAINED(PathRun.RELEASE_MANAGER) {
        @Override
        Runnable reach(EarlierModelsTests run) {
            run.bypassed();
            run.run();
            return () -> run.complete("rel", run.task(), Map.of("explanation", "The token server was down at night"));
        }
    };

    private static final Duration SLOT = Duration.ofHours(2);

    private final Cluster cluster;

    WaitState(Cluster cluster) {
        this.cluster = cluster;
    }

    final Cluster cluster() {
        return cluster;
    }

    /**
     * Begins something and brings it there.
     *
     * @return what takes it on to its end
     */
    abstract Runnable reach(EarlierModelsTests run);

    private static void elapses(EarlierModelsTests run, DeploymentRequest request) {
        comesTo(run, run.due("noticeElapsed"), "noticeElapsed");
        syncs(run, request);
    }

    private static void syncs(EarlierModelsTests run, DeploymentRequest request) {
        run.syncs();
        deployed(run, request);
    }

    private static void deployed(EarlierModelsTests run, DeploymentRequest request) {
        assertThat(run.endOf(request)).isEqualTo("applicationDeployed");
    }

    /** Lets time pass to a moment, and the timers fire that are due by then. */
    private static void comesTo(EarlierModelsTests run, Instant moment, String... timers) {
        run.comes(moment);
        for (String timer : timers) {
            if (run.waitsFor(timer)) {
                run.fire(timer);
            }
        }
    }

    private static Instant propose(EarlierModelsTests run) {
        Instant time = run.calendars
                .officeHours("community")
                .orElseThrow()
                .nextOutOfHours(run.clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.HOURS), SLOT)
                .orElseThrow();
        answer(
                run,
                "dev",
                AgreedTime.REQUESTER,
                "propose",
                time.atOffset(ZoneOffset.UTC).toString());
        return time;
    }

    private static void accept(EarlierModelsTests run) {
        answer(run, "forum", "forum-team", "accept", "");
        answer(run, "coord", "coordinators", "accept", "");
    }

    private static void answer(EarlierModelsTests run, String who, String party, String decision, String time) {
        run.complete(who, run.task(party), Map.of("decision", decision, "time", time, "comment", ""));
    }

    private static void confirm(EarlierModelsTests run) {
        run.complete("tel", taskOf(run, "confirmWindow"), Map.of("decision", "confirm", "newStart", "", "reason", ""));
    }

    private static void take(EarlierModelsTests run) {
        run.complete("coord", taskOf(run, "takeCoordination"), Map.of());
    }

    private static void start(EarlierModelsTests run, DeploymentRequest request) {
        comesTo(run, window(run, request).startsAt(), "noticeElapsed", "announcementDue");
        run.complete("coord", taskOf(run, "markWorkStart"), Map.of("comment", ""));
    }

    private static void finish(EarlierModelsTests run, DeploymentRequest request) {
        syncs(run, request);
        run.complete("coord", taskOf(run, "markWorkEnd"), Map.of("comment", ""));
    }

    private static Task taskOf(EarlierModelsTests run, String key) {
        return run.tasks.createTaskQuery().taskDefinitionKey(key).singleResult();
    }

    private static MaintenanceWindow window(EarlierModelsTests run, DeploymentRequest request) {
        return run.windows
                .placeOf(request.id())
                .map(Place::window)
                .flatMap(run.windows::find)
                .orElseThrow();
    }
}
