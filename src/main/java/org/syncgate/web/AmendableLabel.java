package org.syncgate.web;

import java.util.Map;
import org.syncgate.access.Person;
import org.syncgate.model.Revisions;
import org.syncgate.process.AmendableRequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Voided;

/** How a request stands in the list of what can be amended. */
final class AmendableLabel {

    private AmendableLabel() {}

    /** For instance "idfprod/tap, agreed 1a95462 (pending now: 9b8c7d6)"; others' requests with their names. */
    static String of(AmendableRequest amendable, Person reader, Map<String, String> names) {
        DeploymentRequest request = amendable.request();
        String target = Revisions.brief(request.agreement().target());
        String agreed =
                request.standing() instanceof Voided ? ", agreement on " + target + " void" : ", agreed " + target;
        String pending = amendable
                .choice()
                .shown()
                .map(revisions -> revisions.isEmpty()
                        ? " (nothing else pending)"
                        : " (pending now: " + Revisions.brief(revisions) + ")")
                .orElse("");
        String requester = request.wish().requester();
        String whose = requester.equals(reader.id()) ? "" : ", asked by " + names.getOrDefault(requester, requester);
        return request.agreement().application() + agreed + pending + whose;
    }
}
