package org.syncgate.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncgate.model.Quorum;

/**
 * How far a quorum stands. Each person counts once; somebody who is in two of its groups counts for the one in which it
 * helps, whatever others do later, so that overlapping groups never keep a quorum from being filled.
 *
 * <p>That is a matching of people to the quorum's seats: a person takes a free seat of one of their groups, or one whose
 * holder can move to another.
 */
public final class Tally {

    /** One okay that a group still owes, or has given. */
    private record Seat(String group, int number) {}

    private final List<Seat> seats;
    private final List<Set<String>> given;

    private Tally(List<Seat> seats, List<Set<String>> given) {
        this.seats = seats;
        this.given = given;
    }

    /** Of these okays, those count that are somebody else's than the requester's, for what is agreed at present. */
    public static Tally of(DeploymentRequest request, List<Approval> approvals) {
        List<Seat> seats = new ArrayList<>();
        for (Quorum quorum : request.practice().approvals()) {
            for (int number = 0; number < quorum.count(); number++) {
                // counted through, since a practice may name a group twice
                seats.add(new Seat(quorum.group(), seats.size()));
            }
        }
        Map<String, Set<String>> byPerson = new LinkedHashMap<>();
        approvals.stream()
                .filter(approval -> approval.agreement() == request.agreementNumber())
                .filter(approval ->
                        approval.revisions().equals(request.agreement().target()))
                .filter(approval -> !approval.approver().equals(request.wish().requester()))
                .forEach(approval -> byPerson.put(approval.approver(), Set.copyOf(approval.groups())));
        return new Tally(seats, List.copyOf(byPerson.values()));
    }

    /** Whether as many have approved as the practice asks for; true where it asks for nobody. */
    public boolean isFilled() {
        return taken(given).size() == seats.size();
    }

    /** Whether one more okay, by somebody who is in this group alone, would bring the quorum nearer. */
    public boolean wouldHelp(String group) {
        List<Set<String>> more = new ArrayList<>(given);
        more.add(Set.of(group));
        return taken(more).size() > taken(given).size();
    }

    /** The groups whose next okay would help, in the order in which the practice names them. */
    public List<String> groups() {
        return seats.stream()
                .map(Seat::group)
                .distinct()
                .filter(this::wouldHelp)
                .toList();
    }

    /** Whose okay is missing, for instance "1 of release-managers"; empty where none is. */
    public String missing() {
        Set<Seat> taken = taken(given).keySet();
        return seats.stream()
                .filter(seat -> !taken.contains(seat))
                .collect(Collectors.groupingBy(Seat::group, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " of " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private Map<Seat, Integer> taken(List<Set<String>> people) {
        Map<Seat, Integer> holders = new HashMap<>();
        for (int person = 0; person < people.size(); person++) {
            seat(person, people, holders, new HashSet<>());
        }
        return holders;
    }

    private boolean seat(int person, List<Set<String>> people, Map<Seat, Integer> holders, Set<Seat> tried) {
        for (Seat seat : seats) {
            if (people.get(person).contains(seat.group()) && tried.add(seat)) {
                Integer holder = holders.get(seat);
                if (holder == null || seat(holder, people, holders, tried)) {
                    holders.put(seat, person);
                    return true;
                }
            }
        }
        return false;
    }
}
