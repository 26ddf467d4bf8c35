package org.syncgate.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far those who have to agree on the time of a sync have come: the requester, and each group to co-ordinate with. The
 * latest proposal alone counts, and it is agreed on once all of them stand behind it. A person stands for one party at most,
 * the requester for themselves and never for a group (S4). A time that was missed counts no more.
 */
public final class AgreedTime {

    /** What the requester is called as a party; no group's name. */
    public static final String REQUESTER = "requester";

    private final List<String> parties;
    private final Optional<TimeProposal> proposal;
    private final Map<String, String> speakers;
    private final Optional<Instant> missedAt;

    private AgreedTime(
            List<String> parties,
            Optional<TimeProposal> proposal,
            Map<String, String> speakers,
            Optional<Instant> missedAt) {
        this.parties = parties;
        this.proposal = proposal;
        this.speakers = speakers;
        this.missedAt = missedAt;
    }

    /** Of what was said, that counts which was said of the request's present agreement. */
    public static AgreedTime of(DeploymentRequest request, TimeTalk talk) {
        int agreement = request.agreementNumber();
        List<String> parties = new ArrayList<>(List.of(REQUESTER));
        request.practice().coordinateWith().stream().distinct().forEach(parties::add);
        List<MissedTime> missed = talk.missed().stream()
                .filter(time -> time.agreement() == agreement)
                .toList();
        Optional<TimeProposal> proposal = talk.proposals().stream()
                .filter(made -> made.agreement() == agreement)
                .max(Comparator.comparingInt(TimeProposal::number))
                .filter(latest -> missed.stream().noneMatch(time -> time.proposal() == latest.number()));
        Map<String, String> speakers = new LinkedHashMap<>();
        proposal.ifPresent(latest -> {
            speak(request, parties, speakers, latest.party(), latest.who());
            talk.acceptances().stream()
                    .filter(given -> given.agreement() == agreement && given.proposal() == latest.number())
                    .forEach(given -> speak(request, parties, speakers, given.party(), given.who()));
        });
        return new AgreedTime(
                List.copyOf(parties),
                proposal,
                speakers,
                missed.stream().map(MissedTime::at).max(Comparator.naturalOrder()));
    }

    private static void speak(
            DeploymentRequest request, List<String> parties, Map<String, String> speakers, String party, String who) {
        boolean forThemselves =
                party.equals(REQUESTER) == request.wish().requester().equals(who);
        if (forThemselves && parties.contains(party) && !speakers.containsValue(who)) {
            speakers.putIfAbsent(party, who);
        }
    }

    /** What is to be agreed on, or is: the latest proposal; empty before the first, and after one that was missed. */
    public Optional<TimeProposal> proposal() {
        return proposal;
    }

    /** When the sync is to begin; empty as long as not all stand behind the latest proposal. */
    public Optional<Instant> time() {
        return proposal.filter(latest -> missing().isEmpty()).map(TimeProposal::time);
    }

    /** The parties that stand behind the proposal; the requester first, then the groups as the practice names them. */
    public List<String> behind() {
        return parties.stream().filter(speakers::containsKey).toList();
    }

    /** The parties that do not stand behind it yet, which are all of them where nothing is proposed. */
    public List<String> missing() {
        return parties.stream().filter(party -> !speakers.containsKey(party)).toList();
    }

    /** Whom to ask next: the requester for a proposal, then all others about it; empty where the time is agreed on. */
    public List<String> asked() {
        return proposal.isPresent() ? missing() : List.of(REQUESTER);
    }

    /** The party that a person stands for behind the proposal; empty where they stand for none. */
    public Optional<String> partyOf(String person) {
        return speakers.entrySet().stream()
                .filter(speaker -> speaker.getValue().equals(person))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** When an agreed time was last missed; empty where none was. */
    public Optional<Instant> missedAt() {
        return missedAt;
    }
}
