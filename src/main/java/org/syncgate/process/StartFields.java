package org.syncgate.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;
import org.syncgate.request.Wish;

/** Reads what somebody entered in the start form, and refuses what cannot be meant. */
final class StartFields {

    private StartFields() {}

    /** The form has no such thing, so whoever posts it does not use the form. */
    static void refuseStrangers(DelegateExecution execution, Set<String> known) {
        if (execution.getProcessBusinessKey() != null) {
            throw new Refused("A request gets its key from Syncgate: start it without a business key.");
        }
        Fields.refuseAllBut(execution, known);
    }

    /** What is wished, with every fault of the entries named at once. */
    static Wish wish(DelegateExecution execution, String requester) {
        Optional<Disruption> disruption = Disruption.of(Fields.text(execution, Vars.DISRUPTION));
        Optional<Change> change = Change.of(Fields.text(execution, Vars.CHANGE));
        String reason = Fields.text(execution, Vars.REASON);
        String ticket = Fields.text(execution, Vars.TICKET);
        List<String> faults = new ArrayList<>();
        if (disruption.isEmpty()) {
            faults.add("Say what disruption users will notice: none, expected or extended.");
        }
        if (change.isEmpty()) {
            faults.add("Say what the nature of the change is: cosmetic, minor or major.");
        }
        int length = Wish.length(reason);
        if (length < Wish.MIN_REASON || length > Wish.MAX_REASON) {
            faults.add("The reason has to have " + Wish.MIN_REASON + " to " + Wish.MAX_REASON + " characters; it has "
                    + length + ".");
        }
        if (Wish.length(ticket) > Wish.MAX_TICKET) {
            faults.add("The ticket has at most " + Wish.MAX_TICKET + " characters.");
        }
        if (!faults.isEmpty()) {
            throw new Refused(String.join(" ", faults));
        }
        return new Wish(requester, disruption.orElseThrow(), change.orElseThrow(), reason, ticket);
    }
}
