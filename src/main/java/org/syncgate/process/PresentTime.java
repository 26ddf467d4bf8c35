package org.syncgate.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.model.Moments;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.TimeProposal;
import org.syncgate.request.TimeTalks;

/**
 * Prepares the task in which somebody proposes a time or accepts one. It is about one proposal as long as it lives: another
 * proposal makes other tasks, so that nobody accepts what their form did not show.
 */
@Component
class PresentTime implements TaskListener {

    private final CurrentRequest current;
    private final TimeTalks talks;
    private final TimeRules rules;
    private final TimeWords words;
    private final ApprovalFacts facts;
    private final TaskFacts tasks;
    private final People people;

    PresentTime(
            CurrentRequest current,
            TimeTalks talks,
            TimeRules rules,
            TimeWords words,
            ApprovalFacts facts,
            TaskFacts tasks,
            People people) {
        this.current = current;
        this.talks = talks;
        this.rules = rules;
        this.words = words;
        this.facts = facts;
        this.tasks = tasks;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        DeploymentRequest request = current.lock(task.getExecution());
        AgreedTime agreed = talks.agreedTime(request);
        // here and not in the process, where the parties would overwrite each other's answers
        task.getExecution().setVariableLocal(Vars.DECISION, null);
        task.getExecution().setVariableLocal(Vars.TIME, null);
        task.getExecution().setVariableLocal(Vars.COMMENT, null);
        task.getExecution().setVariableLocal(Vars.AGREEMENT, request.agreementNumber());
        String party = (String) task.getVariable(Vars.GROUP);
        if (party.equals(AgreedTime.REQUESTER)) {
            task.addCandidateUser(request.wish().requester());
        }
        task.setName(Texts.name(asked(request, agreed) + " (" + words.parties(request, List.of(party)) + ")"));
        facts.of(request).forEach((name, text) -> task.setVariableLocal(name, Texts.cut(text)));
        task.setVariableLocal(
                Vars.PROPOSED, Texts.cut(agreed.proposal().map(this::proposed).orElse("")));
        task.setVariableLocal(Vars.TERMS, rules.words(request));
        task.setVariableLocal(Vars.PARTIES, Markdown.escape(parties(request, agreed)));
        tasks.show(task, request);
    }

    private static String asked(DeploymentRequest request, AgreedTime agreed) {
        String application = request.agreement().application().toString();
        return agreed.proposal()
                .map(proposal -> "Agree to sync " + application + " at " + Moments.time(proposal.time()))
                .orElse("Propose a time out of hours to sync " + application);
    }

    private String proposed(TimeProposal proposal) {
        String by = people.nameOf(proposal.who())
                + (proposal.party().equals(AgreedTime.REQUESTER) ? "" : " for " + proposal.party());
        return "**" + Moments.time(proposal.time()) + "**, by " + Markdown.escape(by)
                + (proposal.comment().isEmpty() ? "" : ": " + Markdown.escape(proposal.comment()));
    }

    private String parties(DeploymentRequest request, AgreedTime agreed) {
        return agreed.proposal().isEmpty()
                ? "All have to stand behind one time: " + words.parties(request, agreed.missing()) + "."
                : "Behind it: " + words.parties(request, agreed.behind()) + ". Asked: "
                        + words.parties(request, agreed.missing()) + ".";
    }
}
