package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.FixedArgoCd;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.Reading;
import org.syncgate.demo.Seeded;
import org.syncgate.model.Cluster;
import org.syncgate.model.Practice;
import org.syncgate.model.Tier;
import org.syncgate.notice.ANotice;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Kind;
import org.syncgate.request.ARequest;
import org.syncgate.request.Acceptance;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.Approval;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.GivenApprovals;
import org.syncgate.request.MissedTime;
import org.syncgate.request.Outcome;
import org.syncgate.request.SaidTimes;
import org.syncgate.request.Standing;
import org.syncgate.request.TimeProposal;
import org.syncgate.window.AFreeze;
import org.syncgate.window.FreezeScope;
import org.syncgate.window.FreezeTerms;
import org.syncgate.window.SetFreezes;

/** The course of things with the real request, tally, announcement, conditions and gate, over stores in memory. */
final class RealCourse implements Course {

    private static final String GAFAELFAWR = "idfprod/gafaelfawr";
    private static final ObjectNode SEED = Seeded.application(GAFAELFAWR);

    private final ObjectNode json = SEED.deepCopy();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final ToldNotices notices = ToldNotices.of();
    private final GivenApprovals approvals = GivenApprovals.of();
    private final SetFreezes freezes = SetFreezes.of();
    private final SaidTimes talks = new SaidTimes();
    private final OneRequest requests;
    private Instant now = ARequest.OPENED;
    private boolean reachable = true;

    RealCourse(Practice practice, String deployed, String pending, String branch) {
        json.withObject("/status").remove("history");
        deployed(deployed, "jsick");
        release(pending);
        follow(branch);
        requests = new OneRequest(ARequest.waiting(ARequest.agreement(live()), practice));
    }

    boolean isOver() {
        return !request().isOpen();
    }

    int agreements() {
        return request().agreementNumber();
    }

    @Override
    public void announce(String channel) {
        if (announcements(channel)
                .noneMatch(notice -> notice.agreement() == request().agreementNumber())) {
            notices.add(ANotice.announcement(request().agreementNumber(), channel));
        }
    }

    @Override
    public void deliver(String channel, boolean newestFirst) {
        announcements(channel)
                .filter(Notice::isPending)
                .reduce((one, other) -> newestFirst ? other : one)
                .ifPresent(notice -> notices.replace(notice, ANotice.announced(notice.agreement(), channel, now)));
    }

    @Override
    public void abandon(String channel) {
        announcements(channel)
                .filter(Notice::isPending)
                .toList()
                .forEach(notice -> notices.replace(notice, ANotice.abandoned(notice.agreement(), channel, now)));
    }

    @Override
    public void remind(String channel) {
        notices.add(ANotice.told(NoticeKind.REMINDER, request().agreementNumber(), channel, now));
    }

    @Override
    public void approve(String person) {
        okay(person).ifPresent(this::give);
    }

    @Override
    public void approveSomethingElse(String person) {
        okay(person)
                .ifPresent(okay -> give(new Approval(
                        okay.agreement(), person, okay.groups(), List.of("something else"), "", okay.at())));
    }

    @Override
    public void approveTheOneBefore(String person) {
        okay(person)
                .filter(okay -> okay.agreement() > 1)
                .ifPresent(okay -> give(
                        new Approval(okay.agreement() - 1, person, okay.groups(), okay.revisions(), "", okay.at())));
    }

    private Optional<Approval> okay(String person) {
        return Approval.of(request(), person, members.getOrDefault(person, Set.of()), "", now);
    }

    /** Whoever approves again says what they said before, as the database would have it. */
    private void give(Approval okay) {
        boolean again = approvals.of(ARequest.ID, okay.agreement()).stream()
                .anyMatch(before -> before.approver().equals(okay.approver()));
        if (!again) {
            approvals.give(ARequest.ID, okay);
        }
    }

    @Override
    public void propose(String person, String party, Duration ahead) {
        if (speaksFor(person, party)) {
            int number = talks.of(ARequest.ID, request().agreementNumber())
                            .proposals()
                            .size()
                    + 1;
            Instant time = now.plus(ahead).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
            talks.propose(
                    ARequest.ID, new TimeProposal(request().agreementNumber(), number, party, person, time, "", now));
        }
    }

    @Override
    public void acceptTime(String person, String party) {
        latest().filter(proposal -> speaksFor(person, party))
                .ifPresent(proposal -> talks.accept(
                        ARequest.ID, new Acceptance(proposal.agreement(), proposal.number(), party, person, "", now)));
    }

    private boolean speaksFor(String person, String party) {
        return party.equals(AgreedTime.REQUESTER)
                || members.getOrDefault(person, Set.of()).contains(party);
    }

    private Optional<TimeProposal> latest() {
        return talks.agreedTime(request()).proposal();
    }

    @Override
    public void waitForTheTime() {
        latest().map(TimeProposal::time).filter(now::isBefore).ifPresent(time -> now = time);
    }

    @Override
    public void miss() {
        AgreedTime agreed = talks.agreedTime(request());
        agreed.time()
                .ifPresent(time -> talks.miss(
                        ARequest.ID,
                        new MissedTime(
                                request().agreementNumber(),
                                agreed.proposal().orElseThrow().number(),
                                "…",
                                now)));
    }

    @Override
    public void tellTime(String channel) {
        notices.add(ANotice.told(NoticeKind.TIME_AGREED, request().agreementNumber(), channel, now, now));
    }

    @Override
    public void join(String person, String group) {
        members.computeIfAbsent(person, unknown -> new HashSet<>()).add(group);
    }

    @Override
    public void leave(String person, String group) {
        members.computeIfAbsent(person, unknown -> new HashSet<>()).remove(group);
    }

    @Override
    public void release(String revision) {
        json.withObject("/status/sync").put("revision", revision);
        compare();
    }

    @Override
    public void retarget() {
        boolean permitted =
                request().standing() instanceof Standing.Waiting || request().standing() instanceof Standing.Voided;
        if (permitted && !live().inSync()) {
            keep(request().retarget(ARequest.agreement(live()), now, now.plus(Duration.ofDays(7))));
        }
    }

    @Override
    public void withdraw() {
        if (request().isOpen() && !(request().standing() instanceof Standing.Syncing)) {
            keep(request().end(Outcome.WITHDRAWN, "It is not needed", now));
        }
    }

    @Override
    public void freeze(boolean everything, Duration fromNow, Duration length) {
        Instant from = now.plus(fromNow);
        FreezeScope scope = everything ? FreezeScope.EVERYTHING : AFreeze.clusters("summit");
        freezes.set(new FreezeTerms(from, from.plus(length), scope, AFreeze.REASON), "eve");
    }

    @Override
    public void liftFreezes() {
        freezes.notOver(now).forEach(freeze -> freezes.lift(freeze.id(), "eve", AFreeze.REASON));
    }

    @Override
    public void overrideFreezes() {
        freezes.notOver(now)
                .forEach(freeze ->
                        freezes.override(freeze.id(), ARequest.ID, request().agreementNumber(), "eve", AFreeze.REASON));
    }

    @Override
    public void follow(String branch) {
        json.withObject("/spec/source").put("targetRevision", branch);
        json.withObject("/status/sync/comparedTo")
                .set("source", json.at("/spec/source").deepCopy());
    }

    @Override
    public void deploy(String revision) {
        deployed(revision, "jsick");
    }

    private void deployed(String revision, String by) {
        ObjectNode entry = json.withObject("/status").withArray("history").addObject();
        entry.put("id", json.at("/status/history").size()).put("revision", revision);
        entry.putObject("initiatedBy").put("username", by);
        compare();
    }

    private void compare() {
        boolean same = live().deployed().equals(live().target());
        json.withObject("/status/sync").put("status", same ? "Synced" : "OutOfSync");
    }

    @Override
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void reach(boolean is) {
        reachable = is;
    }

    @Override
    public void lapse() {
        if (request().standing() instanceof Standing.Syncing) {
            keep(request().lapse("Somebody else wrote.", now));
        }
    }

    @Override
    public void failAfterTheSync() {
        if (request().standing() instanceof Standing.Syncing) {
            deployed(request().agreement().target().get(0), "syncgate:" + ARequest.ID);
            keep(request()
                    .followed(request().currentAttempt().started(now), "At it.")
                    .fail("It is degraded.", now)
                    .retry());
        }
    }

    @Override
    public boolean ask() {
        if (request().standing() instanceof Standing.Syncing) {
            return reading() instanceof Reading.Found found && gate().stillHolds(request(), found);
        }
        if (!(request().standing() instanceof Standing.Waiting)) {
            assertThatIllegalStateException().isThrownBy(() -> gate().judge(ARequest.ID));
            return false;
        }
        Judgement judgement = gate().judge(ARequest.ID);
        if (judgement instanceof Judgement.Refused refused) {
            keep(after(refused));
        }
        return judgement instanceof Judgement.Granted;
    }

    private DeploymentRequest after(Judgement.Refused refused) {
        return switch (refused.ruling()) {
            case WAIT -> request().waits(refused.words());
            case VOID -> request().voided(refused.words());
            case FINAL -> request().end(refused.outcome().orElseThrow(), refused.words(), now);
        };
    }

    private Gate gate() {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        FixedArgoCd argoCd =
                FixedArgoCd.of(new Cluster("idfprod", "science", Tier.PROD), new ClusterStatus.Reachable(), reading());
        return new Gate(requests, argoCd, AllConditions.over(notices, approvals, freezes, talks, argoCd, clock), clock);
    }

    private Reading reading() {
        return reachable ? new Reading.Found(live(), List.of()) : new Reading.Unreachable("Connection refused");
    }

    private LiveApplication live() {
        return Seeded.live(GAFAELFAWR, json.deepCopy());
    }

    private DeploymentRequest request() {
        return requests.latest();
    }

    private void keep(DeploymentRequest request) {
        requests.save(request, Kind.GATE_WAITS, "somebody", "Something happened.");
    }

    private Stream<Notice> announcements(String channel) {
        return notices.of(ARequest.ID).stream()
                .filter(notice -> notice.kind() == NoticeKind.ANNOUNCEMENT)
                .filter(notice -> notice.channel().equals(channel));
    }
}
