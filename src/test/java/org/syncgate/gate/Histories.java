package org.syncgate.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.Quorum;

/** Histories at random: of everything that can happen, and of people who do their part but for a slip here and there. */
final class Histories {

    static final String DEPLOYED = "a".repeat(40);
    static final String PENDING = "b".repeat(40);
    static final String BRANCH = "main";

    /** Never deployed past the gate, so that it can always be agreed on. */
    private static final String FRESH = "f".repeat(40);

    private static final List<String> CHANNELS = List.of("#users", "#docs");
    private static final List<String> GROUPS = List.of("developers", "coordinators", "release-managers");
    private static final List<String> OTHERS = List.of("ben", "cyn", "dan", "eve");
    private static final List<String> PEOPLE = List.of("ben", "cyn", "dan", "eve", "ada");

    private Histories() {}

    /**
     * At most three seats, some in one group, over groups that overlap, so that there are always enough people; or at most two
     * groups to agree with on a time.
     */
    static Arbitrary<Practice> practices() {
        Arbitrary<Duration> notices = Arbitraries.of(0, 30, 60, 24 * 60).map(Duration::ofMinutes);
        Arbitrary<List<String>> channels =
                Arbitraries.of(List.of(), CHANNELS.subList(0, 1), CHANNELS.subList(1, 2), CHANNELS);
        Arbitrary<List<Quorum>> quorums = Combinators.combine(
                        Arbitraries.of(GROUPS).list().ofMaxSize(3), Arbitraries.of(true, false))
                .as((seats, counted) -> counted ? counted(seats) : singly(seats));
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(notices, channels, quorums).as(Histories::practice)),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        notices,
                                        channels,
                                        Arbitraries.of(GROUPS)
                                                .set()
                                                .ofMinSize(1)
                                                .ofMaxSize(2))
                                .as((notice, told, groups) -> outOfHours(notice, told, List.copyOf(groups)))));
    }

    private static Practice outOfHours(Duration notice, List<String> channels, List<String> groups) {
        return new Practice("1", Path.OUT_OF_HOURS, notice, channels, List.of(), false, groups, "As is done here");
    }

    private static List<Quorum> singly(List<String> seats) {
        return seats.stream().map(seat -> new Quorum(seat, 1)).toList();
    }

    private static List<Quorum> counted(List<String> seats) {
        return seats.stream()
                .distinct()
                .map(seat -> new Quorum(seat, Collections.frequency(seats, seat)))
                .toList();
    }

    private static Practice practice(Duration notice, List<String> channels, List<Quorum> quorum) {
        Path told = notice.isZero() && channels.isEmpty() ? Path.AT_WILL : Path.COURTESY_NOTICE;
        Path path = quorum.isEmpty() ? told : Path.CHANGE_BOARD;
        return new Practice("1", path, notice, channels, quorum, false, List.of(), "As is done here");
    }

    /** Some of which nobody can prove. */
    static Arbitrary<Practice> anyPractices() {
        Arbitrary<Practice> odd = Combinators.combine(
                        practices(),
                        Arbitraries.of(Path.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((practice, path, window, coordinated) -> new Practice(
                        practice.edition(),
                        path,
                        practice.minimumNotice(),
                        practice.channels(),
                        practice.approvals(),
                        window,
                        coordinated ? List.of("forum-team") : practice.coordinateWith(),
                        practice.words()));
        return Arbitraries.frequencyOf(Tuple.of(9, practices()), Tuple.of(1, odd));
    }

    /** Anything, in any order. */
    static Arbitrary<List<Event>> events() {
        return event().list().ofMaxSize(25);
    }

    /** People do what is asked of them, in any order, and then the gate is asked. */
    static Arbitrary<List<Event>> diligence(Practice practice) {
        return diligence(practice, OTHERS);
    }

    private static Arbitrary<List<Event>> diligence(Practice practice, List<String> approvers) {
        List<List<Event>> parts = new ArrayList<>();
        practice.channels().forEach(channel -> parts.add(List.of(announce(channel), deliver(channel, true))));
        Iterator<String> people = approvers.iterator();
        for (Quorum quorum : practice.approvals()) {
            for (int seat = 0; seat < quorum.count(); seat++) {
                String person = people.next();
                parts.add(List.of(join(person, quorum.group()), approve(person)));
            }
        }
        List<Event> agreement = new ArrayList<>();
        if (practice.path() == Path.OUT_OF_HOURS) {
            agreement.add(propose("ada", "requester", practice.minimumNotice()));
            for (String group : practice.coordinateWith()) {
                String person = people.next();
                agreement.add(join(person, group));
                agreement.add(acceptTime(person, group));
            }
        }
        return Arbitraries.shuffle(parts).map(shuffled -> {
            List<Event> events = new ArrayList<>(List.of(
                    Event.of("the patch is not taken", Course::lapse),
                    reach(true),
                    Event.of("lift the freezes", Course::liftFreezes),
                    release(FRESH),
                    Event.of("retarget", Course::retarget)));
            events.addAll(agreement);
            shuffled.forEach(events::addAll);
            events.add(
                    agreement.isEmpty()
                            ? pass(practice.minimumNotice())
                            : Event.of("wait for the time", Course::waitForTheTime));
            events.add(Event.ask());
            return events;
        });
    }

    /** Diligence with a slip: something is left out, comes between or comes too early, or the wrong people approve. */
    static Arbitrary<List<Event>> slips(Practice practice) {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 15);
        Arbitrary<List<Event>> diligent = diligence(practice);
        return Arbitraries.oneOf(
                Combinators.combine(diligent, places).as(Histories::without),
                Combinators.combine(diligent, places, event()).as(Histories::with),
                Combinators.combine(diligent, places, places)
                        .as((events, from, to) -> with(without(events, from), to, at(events, from))),
                Combinators.combine(diligent, places).as((events, to) -> {
                    int passing = events.size() - 2;
                    return with(without(events, passing), to, at(events, passing));
                }),
                Arbitraries.of(PEOPLE).list().ofSize(4).flatMap(approvers -> diligence(practice, approvers)));
    }

    /** The last, which asks the gate, stays where it is. */
    private static int place(List<Event> events, int place) {
        return place % (events.size() - 1);
    }

    private static Event at(List<Event> events, int place) {
        return events.get(place(events, place));
    }

    private static List<Event> without(List<Event> events, int place) {
        List<Event> fewer = new ArrayList<>(events);
        fewer.remove(place(events, place));
        return fewer;
    }

    private static List<Event> with(List<Event> events, int place, Event event) {
        List<Event> more = new ArrayList<>(events);
        more.add(place(events, place), event);
        return more;
    }

    private static Arbitrary<Event> event() {
        Arbitrary<String> channels = Arbitraries.of(CHANNELS);
        Arbitrary<String> people = Arbitraries.of(PEOPLE);
        Arbitrary<String> groups = Arbitraries.of(GROUPS);
        Arbitrary<String> revisions = Arbitraries.of("a", "b", "c").map(letter -> letter.repeat(40));
        Arbitrary<String> parties = Arbitraries.of("requester", "developers", "coordinators", "release-managers");
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Event.ask())),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        people, parties, Arbitraries.of(0, 24).map(Duration::ofHours))
                                .as(Histories::propose)),
                Tuple.of(4, Combinators.combine(people, parties).as(Histories::acceptTime)),
                Tuple.of(2, Arbitraries.just(Event.of("wait for the time", Course::waitForTheTime))),
                Tuple.of(1, Arbitraries.just(Event.of("miss the time", Course::miss))),
                Tuple.of(1, channels.map(it -> Event.of("tell the time on " + it, c -> c.tellTime(it)))),
                Tuple.of(4, channels.map(Histories::announce)),
                Tuple.of(
                        5,
                        Combinators.combine(channels, Arbitraries.of(true, false))
                                .as(Histories::deliver)),
                Tuple.of(1, channels.map(it -> Event.of("give up what is under way to " + it, c -> c.abandon(it)))),
                Tuple.of(1, channels.map(it -> Event.of("remind " + it, c -> c.remind(it)))),
                Tuple.of(6, people.map(Histories::approve)),
                Tuple.of(
                        1,
                        people.map(it -> Event.of(it + " approves something else", c -> c.approveSomethingElse(it)))),
                Tuple.of(
                        1, people.map(it -> Event.of(it + " approves the one before", c -> c.approveTheOneBefore(it)))),
                Tuple.of(6, Combinators.combine(people, groups).as(Histories::join)),
                Tuple.of(
                        1,
                        Combinators.combine(people, groups)
                                .as((it, group) -> Event.of(it + " leaves " + group, c -> c.leave(it, group)))),
                Tuple.of(1, revisions.map(Histories::release)),
                Tuple.of(2, Arbitraries.just(Event.of("retarget", Course::retarget))),
                Tuple.of(1, Arbitraries.just(Event.of("withdraw", Course::withdraw))),
                Tuple.of(2, freezes()),
                Tuple.of(1, Arbitraries.just(Event.of("lift the freezes", Course::liftFreezes))),
                Tuple.of(2, Arbitraries.just(Event.of("override the freezes", Course::overrideFreezes))),
                Tuple.of(1, Arbitraries.of("main", "v2").map(it -> Event.of("follow branch " + it, c -> c.follow(it)))),
                Tuple.of(1, revisions.map(it -> Event.of("somebody deploys " + it.charAt(0), c -> c.deploy(it)))),
                Tuple.of(
                        5,
                        Arbitraries.of(1, 1_799_999, 1_800_000, 3_600_000, 86_400_000, 604_800_000)
                                .map(Duration::ofMillis)
                                .map(Histories::pass)),
                Tuple.of(1, Arbitraries.of(true, false).map(Histories::reach)),
                Tuple.of(2, Arbitraries.just(Event.of("the patch is not taken", Course::lapse))),
                Tuple.of(1, Arbitraries.just(Event.of("the sync fails at the end", Course::failAfterTheSync))));
    }

    private static Arbitrary<Event> freezes() {
        return Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(0, 30, 60).map(Duration::ofMinutes),
                        Arbitraries.of(30, 60, 24 * 60).map(Duration::ofMinutes))
                .as((everything, fromNow, length) -> Event.of(
                        "freeze " + (everything ? "everything" : "something else") + " in " + fromNow + " for "
                                + length,
                        course -> course.freeze(everything, fromNow, length)));
    }

    private static Event announce(String channel) {
        return Event.of("announce on " + channel, course -> course.announce(channel));
    }

    private static Event deliver(String channel, boolean newestFirst) {
        return Event.of(
                "deliver the " + (newestFirst ? "newest" : "oldest") + " on " + channel,
                course -> course.deliver(channel, newestFirst));
    }

    private static Event approve(String person) {
        return Event.of(person + " approves", course -> course.approve(person));
    }

    private static Event propose(String person, String party, Duration ahead) {
        return Event.of(
                person + " proposes a time for " + party + " after " + ahead,
                course -> course.propose(person, party, ahead));
    }

    private static Event acceptTime(String person, String party) {
        return Event.of(person + " accepts the time for " + party, course -> course.acceptTime(person, party));
    }

    private static Event join(String person, String group) {
        return Event.of(person + " joins " + group, course -> course.join(person, group));
    }

    private static Event release(String revision) {
        return Event.of("release " + revision.charAt(0), course -> course.release(revision));
    }

    private static Event pass(Duration time) {
        return Event.of(time + " passes", course -> course.pass(time));
    }

    private static Event reach(boolean reachable) {
        return Event.of(reachable ? "the cluster answers" : "the cluster is away", course -> course.reach(reachable));
    }
}
