package org.syncgate.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.syncgate.model.Moments;
import org.syncgate.request.Acceptance;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.TimeProposal;
import org.syncgate.request.TimeTalk;

/**
 * How far people have agreed on a time for the present agreement.
 *
 * @param asked whether the practice asks for a time that people agree on
 * @param time what is agreed on; empty where nothing is
 * @param missing who does not stand behind the latest proposal yet; empty where nobody is asked any more
 * @param proposals the latest first
 */
record AgreedTimeView(boolean asked, String time, String missing, List<Proposal> proposals) {

    /** @param names of all who said something, by their ids */
    static AgreedTimeView of(DeploymentRequest request, TimeTalk talk, Map<String, String> names) {
        AgreedTime agreed = AgreedTime.of(request, talk);
        List<Proposal> views = new ArrayList<>(talk.proposals().stream()
                .map(proposal -> view(request, proposal, talk, agreed, names))
                .toList());
        Collections.reverse(views);
        return new AgreedTimeView(
                request.practice().needsAgreedTime(),
                agreed.time().map(Moments::time).orElse(""),
                request.standing() instanceof Waiting
                        ? agreed.asked().stream()
                                .map(party -> party(request, party, names))
                                .collect(Collectors.joining(", "))
                        : "",
                List.copyOf(views));
    }

    private static Proposal view(
            DeploymentRequest request,
            TimeProposal proposal,
            TimeTalk talk,
            AgreedTime agreed,
            Map<String, String> names) {
        List<String> behind = new ArrayList<>(List.of(speaker(proposal.party(), proposal.who(), names)));
        talk.acceptances().stream()
                .filter(given -> given.proposal() == proposal.number())
                .map(given -> accepted(given, names))
                .forEach(behind::add);
        return new Proposal(
                Moments.time(proposal.time()),
                Moments.time(proposal.at()),
                String.join("; ", behind),
                proposal.comment(),
                state(proposal, talk, agreed));
    }

    private static String state(TimeProposal proposal, TimeTalk talk, AgreedTime agreed) {
        if (talk.missed().stream().anyMatch(missed -> missed.proposal() == proposal.number())) {
            return "Missed";
        }
        boolean latest = agreed.proposal().filter(proposal::equals).isPresent();
        return !latest ? "Replaced" : agreed.time().isPresent() ? "Agreed" : "Proposed";
    }

    private static String accepted(Acceptance given, Map<String, String> names) {
        String comment = given.comment().isEmpty() ? "" : ": " + given.comment();
        return speaker(given.party(), given.who(), names) + comment;
    }

    private static String speaker(String party, String who, Map<String, String> names) {
        String name = names.getOrDefault(who, who);
        return party.equals(AgreedTime.REQUESTER) ? name : name + " for " + party;
    }

    private static String party(DeploymentRequest request, String party, Map<String, String> names) {
        String requester = request.wish().requester();
        return party.equals(AgreedTime.REQUESTER) ? names.getOrDefault(requester, requester) : party;
    }

    /** One proposed time, with all who stand or stood behind it; the comment may be empty. */
    record Proposal(String time, String at, String behind, String comment, String state) {}
}
