package org.syncgate.gate;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.request.DeploymentRequest;

/**
 * What the practice asks for has happened. At will asks for nothing; whatever a practice asks for beyond that cannot be
 * proved from the records, and what cannot be proved is refused (S7).
 */
@Component
class PracticeHolds implements Condition {

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request, Reading.Found found) {
        Practice practice = request.practice();
        boolean atWill = practice.path() == Path.AT_WILL && practice.asksForNothing();
        return atWill
                ? Stream.empty()
                : Stream.of(Refusal.ends("The practice asks for more than the gate can prove: "
                        + practice.path().words() + "."));
    }
}
