package org.syncgate.gate;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Practice;
import org.syncgate.request.DeploymentRequest;

/**
 * The practice asks for nothing but what the other conditions prove from the records: notices, approvals, windows, and a time
 * agreed on. What goes beyond that cannot be proved, and what cannot be proved is refused (S7); so is a path of approval that
 * asks nobody.
 */
@Component
class PracticeHolds implements Condition {

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request, Reading reading) {
        Practice practice = request.practice();
        if (!isProvable(practice)) {
            return Stream.of(Refusal.ends("The practice asks for more than the gate can prove: "
                    + practice.path().words() + "."));
        }
        return practice.path().needsApproval() && practice.approvals().isEmpty()
                ? Stream.of(Refusal.ends("The practice names nobody who approves, though its path is "
                        + practice.path().words() + "."))
                : Stream.empty();
    }

    private static boolean isProvable(Practice practice) {
        return switch (practice.path()) {
            case AT_WILL -> practice.asksForNothing();
            case COURTESY_NOTICE, RELEASE_MANAGER_APPROVAL, TEAM_CONSENSUS, CHANGE_BOARD ->
                !practice.window() && practice.coordinateWith().isEmpty();
            case MAINTENANCE_WINDOW ->
                practice.window() && practice.coordinateWith().isEmpty();
            case OUT_OF_HOURS -> !practice.window();
            case AUTOMATIC, NOT_APPLICABLE -> false;
        };
    }
}
