package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.bypass.Bypasses;
import org.syncgate.bypass.Explanation;
import org.syncgate.request.Wish;

/** Takes the explanation of what went past the gate. */
@Component
class DecideOnBypass implements TaskListener {

    private final CurrentBypass current;
    private final Bypasses bypasses;
    private final SignedIn signedIn;

    DecideOnBypass(CurrentBypass current, Bypasses bypasses, SignedIn signedIn) {
        this.current = current;
        this.bypasses = bypasses;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateTask task) {
        String text = Fields.text(task, Vars.EXPLANATION);
        int length = Wish.length(text);
        if (length < Explanation.SHORTEST || length > Explanation.LONGEST) {
            throw new Refused("The explanation has to have " + Explanation.SHORTEST + " to " + Explanation.LONGEST
                    + " characters; it has " + length + ".");
        }
        if (bypasses.explain(current.of(task.getExecution()).id(), signedIn.id(), text)
                .isEmpty()) {
            throw new Refused("Somebody has explained it meanwhile, or nobody did in time: see under Bypasses.");
        }
    }
}
