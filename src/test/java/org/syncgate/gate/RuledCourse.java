package org.syncgate.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.request.ARequest;

/**
 * The course of things as S1 to S4 and S7, and what freezes are for, read, in the plainest way: whatever happened is remembered, and looked
 * through when the gate is asked. Nothing of Syncgate but the practice is used, lest a fault be made twice.
 */
final class RuledCourse implements Course {

    private enum Stage {
        WAITS,
        VOID,
        SYNCS,
        OVER
    }

    private record Agreed(int number, String deployed, String target, String branch, Instant at) {}

    private record Membership(String person, String group) {}

    private record Announced(String channel, int agreement) {}

    private record Heard(String channel, int agreement, Instant at) {}

    private record Okay(String person, int agreement, String revision, Set<String> groups) {}

    private record Frozen(boolean everything, Instant from, Instant to, Set<Integer> mayPass) {}

    private record Stand(String person, String party) {}

    /** Who proposed it stands first. */
    private static final class Proposed {

        private final int agreement;
        private final Instant time;
        private final List<Stand> stands = new ArrayList<>();
        private Instant missed = Instant.MAX;

        Proposed(int agreement, Instant time) {
            this.agreement = agreement;
            this.time = time;
        }
    }

    private final Practice practice;
    private final Set<Membership> memberships = new HashSet<>();
    private final List<Announced> announced = new ArrayList<>();
    private final List<Announced> underWay = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();
    private final List<Okay> okays = new ArrayList<>();
    private final List<Frozen> freezes = new ArrayList<>();
    private final List<Proposed> proposals = new ArrayList<>();
    private final List<Heard> timesHeard = new ArrayList<>();
    private Stage stage = Stage.WAITS;
    private Instant now = ARequest.OPENED;
    private boolean reachable = true;
    private String deployed;
    private boolean deployedByUs;
    private String pending;
    private String branch;
    private Agreed agreed;

    RuledCourse(Practice practice, String deployed, String pending, String branch) {
        this.practice = practice;
        this.deployed = deployed;
        this.pending = pending;
        this.branch = branch;
        this.agreed = new Agreed(1, deployed, pending, branch, now);
    }

    @Override
    public boolean ask() {
        boolean may = (stage == Stage.WAITS || stage == Stage.SYNCS) && everythingHolds();
        if (stage == Stage.WAITS) {
            stage = may ? Stage.SYNCS : afterNo();
        }
        return may;
    }

    /** S1 */
    private boolean everythingHolds() {
        return reachable
                && canBeProved()
                && nothingIsFrozen()
                && now.isBefore(agreed.at().plus(Duration.ofDays(7)))
                && branch.equals(agreed.branch())
                && whatIsDeployedIsAsAgreed()
                && everybodyWasToldInTime()
                && itIsTheAgreedTime()
                && seatsCanBeTaken(seats(), okaysThatCount());
    }

    private Stage afterNo() {
        if (!canBeProved() || reachable && deployed.equals(agreed.target()) && !deployedByUs) {
            return Stage.OVER;
        }
        return reachable && !(branch.equals(agreed.branch()) && whatIsDeployedIsAsAgreed()) ? Stage.VOID : Stage.WAITS;
    }

    /** S7 */
    private boolean canBeProved() {
        boolean beyond = practice.window()
                || practice.path() != Path.OUT_OF_HOURS
                        && !practice.coordinateWith().isEmpty();
        boolean asks = !practice.channels().isEmpty()
                || !practice.approvals().isEmpty()
                || !practice.minimumNotice().isZero();
        return !beyond
                && (practice.path() == Path.AT_WILL && !asks
                        || practice.path() == Path.COURTESY_NOTICE
                        || practice.path() == Path.OUT_OF_HOURS
                        || Set.of(Path.RELEASE_MANAGER_APPROVAL, Path.TEAM_CONSENSUS, Path.CHANGE_BOARD)
                                        .contains(practice.path())
                                && !practice.approvals().isEmpty());
    }

    private boolean nothingIsFrozen() {
        return freezes.stream()
                .noneMatch(freeze -> freeze.everything()
                        && !freeze.from().isAfter(now)
                        && freeze.to().isAfter(now)
                        && !freeze.mayPass().contains(agreed.number()));
    }

    /** S2: what was agreed, with something left to sync, or brought about by this very request. */
    private boolean whatIsDeployedIsAsAgreed() {
        return deployed.equals(agreed.deployed()) && !deployed.equals(pending)
                || deployed.equals(agreed.target()) && deployedByUs;
    }

    /** S3 */
    private boolean everybodyWasToldInTime() {
        Instant latest = now.minus(practice.minimumNotice());
        return practice.channels().isEmpty()
                ? !agreed.at().isAfter(latest)
                : practice.channels().stream()
                        .allMatch(channel -> heard.stream()
                                .anyMatch(told -> told.channel().equals(channel)
                                        && told.agreement() == agreed.number()
                                        && !told.at().isAfter(latest)));
    }

    /** Out of hours, at most two hours after what all stand behind; told anew where a time before was missed. */
    private boolean itIsTheAgreedTime() {
        if (practice.path() != Path.OUT_OF_HOURS) {
            return true;
        }
        int hour = now.atZone(ZoneOffset.UTC).getHour();
        return (hour < 1 || hour >= 17)
                && latest().filter(this::isAgreed)
                        .map(proposed -> proposed.time)
                        .filter(time -> !now.isBefore(time) && now.isBefore(time.plus(Duration.ofHours(2))))
                        .isPresent()
                && proposals.stream()
                        .filter(before -> before.agreement == agreed.number() && before.missed != Instant.MAX)
                        .allMatch(before -> practice.channels().stream().allMatch(channel -> wasTold(channel, before)));
    }

    private boolean wasTold(String channel, Proposed missed) {
        return timesHeard.stream()
                .anyMatch(told -> told.channel().equals(channel)
                        && told.agreement() == agreed.number()
                        && !told.at().isBefore(missed.missed)
                        && !told.at().isAfter(now.minus(practice.minimumNotice())));
    }

    private Optional<Proposed> latest() {
        return proposals.stream()
                .filter(proposed -> proposed.agreement == agreed.number())
                .reduce((one, other) -> other)
                .filter(proposed -> proposed.missed == Instant.MAX);
    }

    /** S4: ada for herself alone, everybody else for one group */
    private boolean isAgreed(Proposed proposed) {
        List<Stand> counted = new ArrayList<>();
        for (Stand stand : proposed.stands) {
            boolean forThemselves =
                    stand.party().equals("requester") == stand.person().equals("ada");
            boolean first = counted.stream()
                    .noneMatch(it ->
                            it.party().equals(stand.party()) || it.person().equals(stand.person()));
            if (forThemselves && first && (stand.person().equals("ada") || isAsked(stand.party()))) {
                counted.add(stand);
            }
        }
        return counted.size() == 1 + Set.copyOf(practice.coordinateWith()).size();
    }

    private boolean isAsked(String party) {
        return practice.coordinateWith().contains(party);
    }

    @Override
    public void propose(String person, String party, Duration ahead) {
        if (speaksFor(person, party)) {
            Instant midnight = now.plus(ahead)
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            Proposed proposed = new Proposed(agreed.number(), midnight);
            proposed.stands.add(new Stand(person, party));
            proposals.add(proposed);
        }
    }

    @Override
    public void acceptTime(String person, String party) {
        if (speaksFor(person, party)) {
            latest().ifPresent(proposed -> proposed.stands.add(new Stand(person, party)));
        }
    }

    private boolean speaksFor(String person, String party) {
        return party.equals("requester") || memberships.contains(new Membership(person, party));
    }

    @Override
    public void waitForTheTime() {
        latest().filter(proposed -> proposed.time.isAfter(now)).ifPresent(proposed -> now = proposed.time);
    }

    @Override
    public void miss() {
        latest().filter(this::isAgreed).ifPresent(proposed -> proposed.missed = now);
    }

    @Override
    public void tellTime(String channel) {
        timesHeard.add(new Heard(channel, agreed.number(), now));
    }

    private List<String> seats() {
        List<String> seats = new ArrayList<>();
        practice.approvals().forEach(quorum -> {
            for (int seat = 0; seat < quorum.count(); seat++) {
                seats.add(quorum.group());
            }
        });
        return seats;
    }

    /** S4, and S2: for this agreement and what it says */
    private List<Okay> okaysThatCount() {
        return okays.stream()
                .filter(okay -> !okay.person().equals("ada"))
                .filter(okay -> okay.agreement() == agreed.number())
                .filter(okay -> okay.revision().equals(agreed.target()))
                .toList();
    }

    /** Every way to seat them is tried. */
    private static boolean seatsCanBeTaken(List<String> seats, List<Okay> people) {
        return seats.isEmpty()
                || people.stream()
                        .filter(person -> person.groups().contains(seats.get(0)))
                        .anyMatch(person -> seatsCanBeTaken(
                                seats.subList(1, seats.size()),
                                people.stream().filter(other -> other != person).toList()));
    }

    @Override
    public void announce(String channel) {
        Announced next = new Announced(channel, agreed.number());
        if (!announced.contains(next)) {
            announced.add(next);
            underWay.add(next);
        }
    }

    @Override
    public void deliver(String channel, boolean newestFirst) {
        List<Announced> here =
                underWay.stream().filter(it -> it.channel().equals(channel)).toList();
        if (!here.isEmpty()) {
            Announced arriving = here.get(newestFirst ? here.size() - 1 : 0);
            underWay.remove(arriving);
            heard.add(new Heard(channel, arriving.agreement(), now));
        }
    }

    @Override
    public void abandon(String channel) {
        underWay.removeIf(it -> it.channel().equals(channel));
    }

    @Override
    public void remind(String channel) {
        // a reminder announces nothing
    }

    @Override
    public void approve(String person) {
        approve(person, agreed.target());
    }

    @Override
    public void approveSomethingElse(String person) {
        approve(person, "something else");
    }

    private void approve(String person, String revision) {
        Set<String> groups = new HashSet<>(seats());
        groups.removeIf(group -> !memberships.contains(new Membership(person, group)));
        boolean first =
                okays.stream().noneMatch(okay -> okay.person().equals(person) && okay.agreement() == agreed.number());
        if (first && !groups.isEmpty()) {
            okays.add(new Okay(person, agreed.number(), revision, groups));
        }
    }

    @Override
    public void approveTheOneBefore(String person) {
        // what is over can be approved no more
    }

    @Override
    public void join(String person, String group) {
        memberships.add(new Membership(person, group));
    }

    @Override
    public void leave(String person, String group) {
        memberships.remove(new Membership(person, group));
    }

    @Override
    public void release(String revision) {
        pending = revision;
    }

    @Override
    public void retarget() {
        if ((stage == Stage.WAITS || stage == Stage.VOID) && !pending.equals(deployed)) {
            agreed = new Agreed(agreed.number() + 1, deployed, pending, branch, now);
            stage = Stage.WAITS;
        }
    }

    @Override
    public void withdraw() {
        if (stage != Stage.SYNCS) {
            stage = Stage.OVER;
        }
    }

    @Override
    public void freeze(boolean everything, Duration fromNow, Duration length) {
        Instant from = now.plus(fromNow);
        freezes.add(new Frozen(everything, from, from.plus(length), new HashSet<>()));
    }

    @Override
    public void liftFreezes() {
        freezes.clear();
    }

    @Override
    public void overrideFreezes() {
        freezes.forEach(freeze -> freeze.mayPass().add(agreed.number()));
    }

    @Override
    public void follow(String other) {
        branch = other;
    }

    @Override
    public void deploy(String revision) {
        deployed = revision;
        deployedByUs = false;
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
        if (stage == Stage.SYNCS) {
            stage = Stage.WAITS;
        }
    }

    @Override
    public void failAfterTheSync() {
        if (stage == Stage.SYNCS) {
            deployed = agreed.target();
            deployedByUs = true;
            stage = Stage.WAITS;
        }
    }
}
