package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.model.Moments;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.Acceptance;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.TimeProposal;
import org.syncgate.request.TimeTalks;
import org.syncgate.request.Wish;

/** Takes the time that somebody proposes or accepts, and keeps it with who, for whom and why. */
@Component
class DecideOnTime implements TaskListener {

    private final CurrentRequest current;
    private final OneVoice oneVoice;
    private final TimeTalks talks;
    private final TimeRules rules;
    private final Requests requests;
    private final TimeWords words;
    private final People people;
    private final SignedIn signedIn;
    private final Clock clock;

    DecideOnTime(
            CurrentRequest current,
            OneVoice oneVoice,
            TimeTalks talks,
            TimeRules rules,
            Requests requests,
            TimeWords words,
            People people,
            SignedIn signedIn,
            Clock clock) {
        this.current = current;
        this.oneVoice = oneVoice;
        this.talks = talks;
        this.rules = rules;
        this.requests = requests;
        this.words = words;
        this.people = people;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** Who answers, for which party, and what they say besides. */
    private record Voice(String party, String who, String comment) {}

    @Override
    public void notify(DelegateTask task) {
        DeploymentRequest request = current.lock(task.getExecution());
        AgreedTime agreed = talks.agreedTime(request);
        requireSame(request, agreed, task);
        String comment = Fields.atMost(Wish.MAX_REASON, Vars.COMMENT, Fields.text(task.getExecution(), Vars.COMMENT));
        Voice voice = new Voice((String) task.getVariable(Vars.GROUP), signedIn.id(), comment);
        requireVoice(request, voice);
        String time = Fields.text(task.getExecution(), Vars.TIME);
        switch (Fields.text(task.getExecution(), Vars.DECISION)) {
            case "propose" -> propose(request, voice, TimeRules.read(time));
            case "accept" -> accept(request, voice, agreed, time);
            default -> throw new Refused("Choose what you do: propose a time, or accept the one that is proposed.");
        }
    }

    /** What somebody saw in the task is what was proposed when it was made, and nobody has answered for them meanwhile. */
    private static void requireSame(DeploymentRequest request, AgreedTime agreed, DelegateTask task) {
        int number = agreed.proposal().map(TimeProposal::number).orElse(0);
        if (agreed.behind().contains((String) task.getVariable(Vars.GROUP))) {
            throw new Refused("Somebody has just answered this task. " + request.id() + " is under Requests.");
        }
        if (!(request.standing() instanceof Waiting)
                || !Integer.valueOf(request.agreementNumber()).equals(task.getVariable(Vars.AGREEMENT))
                || !Integer.valueOf(number).equals(task.getVariable(Vars.PROPOSAL))) {
            throw new Refused("What this task shows no longer stands: another time has been proposed meanwhile, or the"
                    + " request has moved on. Close the task; if you are still asked, there is another one. "
                    + request.id() + " is under Requests.");
        }
    }

    private void requireVoice(DeploymentRequest request, Voice voice) {
        oneVoice.refusal(request, voice.party(), voice.who()).ifPresent(why -> {
            throw new Refused(why);
        });
        boolean speaksForIt = voice.party().equals(AgreedTime.REQUESTER)
                || people.find(voice.who())
                        .filter(person -> person.isIn(voice.party()))
                        .isPresent();
        if (!speaksForIt) {
            throw new Refused("You are not in " + voice.party() + ", which is asked.");
        }
    }

    private void propose(DeploymentRequest request, Voice voice, Instant time) {
        rules.requireProposable(request, time);
        int number =
                talks.of(request.id(), request.agreementNumber()).proposals().size() + 1;
        talks.propose(
                request.id(),
                new TimeProposal(
                        request.agreementNumber(),
                        number,
                        voice.party(),
                        voice.who(),
                        time,
                        voice.comment(),
                        clock.instant()));
        keep(request, Kind.TIME_PROPOSED, voice, time);
    }

    private void accept(DeploymentRequest request, Voice voice, AgreedTime agreed, String written) {
        TimeProposal proposal =
                agreed.proposal().orElseThrow(() -> new Refused("There is no time to accept yet: propose one."));
        if (!written.isEmpty() && !TimeRules.read(written).equals(proposal.time())) {
            throw new Refused("Proposed is " + Moments.time(proposal.time())
                    + ", and you wrote another time. Accept the" + " one that is proposed, or propose yours.");
        }
        rules.requireAcceptable(request, proposal.time());
        talks.accept(
                request.id(),
                new Acceptance(
                        request.agreementNumber(),
                        proposal.number(),
                        voice.party(),
                        voice.who(),
                        voice.comment(),
                        clock.instant()));
        keep(request, Kind.TIME_ACCEPTED, voice, proposal.time());
    }

    private void keep(DeploymentRequest request, Kind kind, Voice voice, Instant time) {
        AgreedTime agreed = talks.agreedTime(request);
        String now = words.of(request, agreed);
        DeploymentRequest waiting = request.waits(now);
        String party = voice.party().equals(AgreedTime.REQUESTER) ? "" : ", for " + voice.party();
        String comment = voice.comment().isEmpty() ? "." : ": " + voice.comment();
        requests.save(waiting, kind, voice.who(), Moments.time(time) + party + comment);
        if (agreed.time().isPresent()) {
            requests.save(waiting, Kind.TIME_AGREED, Entry.SYNCGATE, now);
        }
    }
}
