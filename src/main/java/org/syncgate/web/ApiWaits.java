package org.syncgate.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.process.Expiry;
import org.syncgate.process.WindowOverviews;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Failed;
import org.syncgate.request.Standing.Voided;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.Tally;
import org.syncgate.request.TimeTalks;

/** Gathers what has still to come before a request is synced, in the words of its page. */
@Component
class ApiWaits {

    private final Approvals approvals;
    private final TimeTalks talks;
    private final WrittenNotices notices;
    private final WindowOverviews windows;
    private final People people;
    private final Expiry expiry;
    private final Clock clock;

    ApiWaits(
            Approvals approvals,
            TimeTalks talks,
            WrittenNotices notices,
            WindowOverviews windows,
            People people,
            Expiry expiry,
            Clock clock) {
        this.approvals = approvals;
        this.talks = talks;
        this.notices = notices;
        this.windows = windows;
        this.people = people;
        this.expiry = expiry;
        this.clock = clock;
    }

    /** What a request waits for as it stands now. */
    Waits of(DeploymentRequest request) {
        if (request.standing() instanceof Voided) {
            return Waits.ofPeople("Decision: its requester retargets or withdraws it");
        }
        if (request.standing() instanceof Failed) {
            return Waits.ofPeople("Decision: what to do about the failed sync");
        }
        return request.standing() instanceof Waiting ? ofTheGate(request) : Waits.NONE;
    }

    private Waits ofTheGate(DeploymentRequest request) {
        Tally tally = approvals.tally(request);
        String missing = tally.missing();
        AgreedTimeView time = time(request);
        NoticeClockView notice = NoticeClockView.of(request, notices.of(request.id()), missing, clock.instant())
                .at(time);
        List<String> lines = new ArrayList<>();
        add(lines, "Notice", notice.notice());
        add(lines, "Approvals missing", missing);
        add(lines, "Agreed time missing", time.asked() ? time.missing() : "");
        windows.of(request.id())
                .map(WindowRow::of)
                .ifPresent(window ->
                        add(lines, "Maintenance window", window.id() + ", " + window.utc() + ", " + window.standing()));
        add(lines, "Earliest sync", notice.earliest());
        return new Waits(lines, Optional.of(expiry.of(request, tally)));
    }

    /** With the requester's name alone: of all who spoke it is the only one that is told. */
    private AgreedTimeView time(DeploymentRequest request) {
        String requester = request.wish().requester();
        return AgreedTimeView.of(
                request,
                talks.of(request.id(), request.agreementNumber()),
                Map.of(requester, people.nameOf(requester)));
    }

    private static void add(List<String> lines, String name, String words) {
        if (!words.isEmpty()) {
            lines.add(name + ": " + words);
        }
    }

    /**
     * What has still to come.
     *
     * @param lines each for people; empty where nothing has
     * @param expires when the request ends if the gate has not opened until then; empty where it does not wait for that
     */
    record Waits(List<String> lines, Optional<Instant> expires) {

        static final Waits NONE = new Waits(List.of(), Optional.empty());

        Waits {
            lines = List.copyOf(lines);
        }

        static Waits ofPeople(String line) {
            return new Waits(List.of(line), Optional.empty());
        }
    }
}
