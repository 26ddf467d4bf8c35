package org.syncgate.process;

import org.springframework.stereotype.Component;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cell;
import org.syncgate.model.Cluster;
import org.syncgate.model.Disruption;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.policy.Answer;
import org.syncgate.policy.Policy;

/** Asks policy on behalf of somebody who wants to deploy. */
@Component
class Offers {

    private final Catalog catalog;
    private final Policy policy;
    private final WalkablePaths walkable;

    Offers(Catalog catalog, Policy policy, WalkablePaths walkable) {
        this.catalog = catalog;
        this.policy = policy;
        this.walkable = walkable;
    }

    Offer of(LiveApplication live, Disruption disruption) {
        Cluster cluster = catalog.cluster(live.id().cluster())
                .orElseThrow(() -> new IllegalStateException(live.id() + " is in no configured cluster"));
        Cell cell = new Cell(catalog.service(live.id()).name(), cluster.deployment(), cluster.tier(), disruption);
        Answer answer = policy.ask(cell);
        if (answer instanceof Answer.Settled settled) {
            return settled(live.id(), cell, settled.practice());
        } else if (answer instanceof Answer.NotApplicable notApplicable) {
            return new Offer.Refuses("The practice has no " + cell.deployment() + " "
                    + cell.tier().text() + " for " + cell.service() + " (\"" + notApplicable.words() + "\").");
        }
        return new Offer.Refuses("The practice does not say how to deploy " + cell.words() + " (disruption "
                + disruption.text() + "). Ask an administrator to add it to the decision table.");
    }

    private Offer settled(ApplicationId id, Cell cell, Practice practice) {
        if (practice.path() == Path.AUTOMATIC) {
            return new Offer.Refuses(automatic(id, cell));
        }
        return walkable.has(practice.path())
                ? new Offer.Walks(practice, practice.minimumNotice())
                : new Offer.Refuses("The practice for " + cell.words() + " is: "
                        + practice.path().words() + ". This version of Syncgate cannot walk that path yet.");
    }

    /** Only asked where auto-sync is off: what Argo CD syncs by itself is refused as that before policy is asked. */
    private static String automatic(ApplicationId id, Cell cell) {
        return cell.words() + " deploys itself: by the practice it is automatic, and nobody has to ask."
                + " But auto-sync is switched off for " + id + ": switch it on in Argo CD, or sync it there.";
    }
}
