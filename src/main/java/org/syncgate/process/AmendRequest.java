package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/**
 * Withdraws or retargets a request in the transaction in which somebody starts the process; what is refused leaves
 * nothing behind. The running request hears of it afterwards, by {@link TellRequest}.
 */
@Component
class AmendRequest implements JavaDelegate {

    private final Requests requests;
    private final Amendments amendments;
    private final SignedIn signedIn;

    AmendRequest(Requests requests, Amendments amendments, SignedIn signedIn) {
        this.requests = requests;
        this.amendments = amendments;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StartFields.refuseStrangers(execution, Vars.AMEND_FIELDS);
        String who = signedIn.id();
        Amendable chosen = Amendable.parse(Fields.text(execution, Vars.REQUEST))
                .orElseThrow(() -> new Refused("Choose one of your open requests from the list."));
        DeploymentRequest request = requests.lock(chosen.request())
                .orElseThrow(() -> new Refused("There is no request " + chosen.request() + "."));
        String reason = Fields.reason(execution);
        switch (Fields.text(execution, Vars.ACTION)) {
            case "withdraw" -> amendments.withdraw(request, who, reason);
            case "retarget" -> amendments.retarget(request, who, chosen.shown(), reason);
            default -> throw new Refused("Choose what to do: withdraw or retarget.");
        }
        execution.setProcessBusinessKey(request.id().text());
        execution.setVariable(Vars.REQUEST, request.id().text());
    }
}
