package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.model.Groups;
import org.syncgate.window.Freeze;

/**
 * Sets, lifts or overrides a freeze in the transaction in which an administrator starts the process; what is refused
 * leaves nothing behind. That it is for administrators alone is asked once more: starting is a right in the engine's
 * tables, and this shuts or opens every gate.
 */
@Component
class FreezeGates implements JavaDelegate {

    private final FreezeFields fields;
    private final FreezeDecisions decisions;
    private final SignedIn signedIn;
    private final People people;

    FreezeGates(FreezeFields fields, FreezeDecisions decisions, SignedIn signedIn, People people) {
        this.fields = fields;
        this.decisions = decisions;
        this.signedIn = signedIn;
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() != null) {
            throw new Refused("A freeze gets its key from Syncgate: start it without a business key.");
        }
        Fields.refuseAllBut(execution, Vars.FREEZE_FIELDS);
        String who = signedIn.id();
        requireAdministrator(who);
        Freeze freeze = decide(execution, who);
        execution.setProcessBusinessKey(freeze.id().text());
        execution.setVariable(Vars.FREEZE, freeze.id().text());
    }

    private Freeze decide(DelegateExecution execution, String who) {
        switch (Fields.text(execution, Vars.ACTION)) {
            case "set" -> {
                FreezeFields.leaveEmpty(execution, Vars.FREEZE, Vars.REQUEST);
                return decisions.set(fields.terms(execution), who);
            }
            case "lift" -> {
                FreezeFields.leaveEmpty(execution, Vars.FROM, Vars.TO, Vars.SERVICES, Vars.CLUSTERS, Vars.REQUEST);
                return decisions.lift(FreezeFields.freeze(execution), who, FreezeFields.reason(execution));
            }
            case "override" -> {
                FreezeFields.leaveEmpty(execution, Vars.FROM, Vars.TO, Vars.SERVICES, Vars.CLUSTERS);
                return decisions.override(
                        FreezeFields.freeze(execution),
                        FreezeFields.request(execution),
                        who,
                        FreezeFields.reason(execution));
            }
            default -> throw new Refused("Choose what to do: set, lift or override.");
        }
    }

    private void requireAdministrator(String who) {
        if (people.find(who)
                .filter(person -> person.isIn(Groups.SYNCGATE_ADMINS))
                .isEmpty()) {
            throw new Refused("Only members of " + Groups.SYNCGATE_ADMINS
                    + " can set, lift or override a freeze. Ask one of them to do it.");
        }
    }
}
