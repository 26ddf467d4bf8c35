package org.syncgate.process;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.catalog.Catalog;
import org.syncgate.catalog.Service;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cell;
import org.syncgate.model.Change;
import org.syncgate.model.Cluster;
import org.syncgate.model.Disruption;
import org.syncgate.model.Factors;
import org.syncgate.model.Formality;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.Tier;
import org.syncgate.policy.Answer;
import org.syncgate.policy.Heuristics;
import org.syncgate.policy.Policy;
import org.syncgate.window.Calendars;

/** Asks policy on behalf of somebody who wants to deploy. */
@Component
class Offers {

    private final Catalog catalog;
    private final Policy policy;
    private final Heuristics heuristics;
    private final WalkablePaths walkable;
    private final Calendars calendars;

    Offers(Catalog catalog, Policy policy, Heuristics heuristics, WalkablePaths walkable, Calendars calendars) {
        this.catalog = catalog;
        this.policy = policy;
        this.heuristics = heuristics;
        this.walkable = walkable;
        this.calendars = calendars;
    }

    Offer of(LiveApplication live, Disruption disruption, Change change) {
        return of(live, cluster(live.id()), catalog.service(live.id()), disruption, change);
    }

    /** For every disruption and change. */
    Map<Disruption, Map<Change, Offer>> all(LiveApplication live) {
        Cluster cluster = cluster(live.id());
        Service service = catalog.service(live.id());
        Map<Disruption, Map<Change, Offer>> all = new EnumMap<>(Disruption.class);
        for (Disruption disruption : Disruption.values()) {
            Map<Change, Offer> byChange = new EnumMap<>(Change.class);
            for (Change change : Change.values()) {
                byChange.put(change, of(live, cluster, service, disruption, change));
            }
            all.put(disruption, byChange);
        }
        return all;
    }

    private Offer of(LiveApplication live, Cluster cluster, Service service, Disruption disruption, Change change) {
        Cell cell = new Cell(service.name(), cluster.deployment(), cluster.tier(), disruption);
        if (!policy.leavesToHeuristics(service.name())) {
            return answered(live.id(), service, cell, policy.ask(cell), change);
        }
        if (service.factors().isEmpty()) {
            return new Offer.Refuses(withoutFactors(live.id(), service));
        }
        Factors factors = service.factors().orElseThrow();
        Optional<Formality> formality = heuristics.of(factors, cluster.tier(), change);
        if (formality.isEmpty()) {
            return new Offer.Refuses("The heuristics do not say how formal a " + change.text() + " change of "
                    + cell.words() + " is. Ask an administrator to look at syncgate.formality.location.");
        }
        Cell other = new Cell(Cell.OTHER, cell.deployment(), cell.tier(), disruption, formality);
        String why = "By the heuristics, " + heuristics.edition() + ": "
                + formality.orElseThrow().words() + ", for " + factors.words() + " in "
                + cluster.tier().text() + ", a "
                + change.text() + " change.";
        return answered(live.id(), service, cell, explained(policy.ask(other), why), change);
    }

    /** Kept with the request, so that what the heuristics said can be told when they or the factors have changed (S8). */
    private static Answer explained(Answer answer, String why) {
        return answer instanceof Answer.Settled settled
                ? new Answer.Settled(settled.practice().explained(why))
                : answer;
    }

    /**
     * One sentence for whoever asks or approves, where the heuristics point to more formality than the practice of a
     * service on the chart has; empty where they do not, or nobody configured the service's factors, or the cluster any more.
     */
    Optional<String> advice(ApplicationId application, Practice practice, Change change) {
        return catalog.cluster(application.cluster())
                .flatMap(cluster -> advice(catalog.service(application), cluster.tier(), practice, change));
    }

    private Optional<String> advice(Service service, Tier tier, Practice practice, Change change) {
        if (policy.leavesToHeuristics(service.name())) {
            return Optional.empty();
        }
        return service.factors()
                .flatMap(factors -> heuristics.of(factors, tier, change))
                .filter(advised -> practice.path()
                        .formality()
                        .filter(has -> advised.compareTo(has) > 0)
                        .isPresent())
                .map(advised -> "The heuristics point to more formality than the chart asks: " + advised.words()
                        + ". Consider talking it over at that level before it is deployed.");
    }

    /** The cell is named as the application's service is, also where the practice was asked about {@code other}. */
    private Offer answered(ApplicationId id, Service service, Cell cell, Answer answer, Change change) {
        if (answer instanceof Answer.Settled settled) {
            return settled(id, service, cell, settled.practice(), change);
        } else if (answer instanceof Answer.NotApplicable notApplicable) {
            return new Offer.Refuses("The practice has no " + cell.deployment() + " "
                    + cell.tier().text() + " for " + cell.service() + " (\"" + notApplicable.words() + "\").");
        }
        return new Offer.Refuses("The practice does not say how to deploy " + cell.words() + " (disruption "
                + cell.disruption().text() + "). Ask an administrator to add it to the decision table.");
    }

    private Offer settled(ApplicationId id, Service service, Cell cell, Practice practice, Change change) {
        if (practice.path() == Path.AUTOMATIC) {
            return new Offer.Refuses(automatic(id, cell));
        }
        if (!walkable.has(practice.path())) {
            return new Offer.Refuses("The practice for " + cell.words() + " is: "
                    + practice.path().words() + ". This version of Syncgate cannot walk that path yet.");
        }
        if (practice.window() && calendars.of(cell.deployment()).isEmpty()) {
            return new Offer.Refuses(
                    "The practice for " + cell.words() + " asks for a maintenance window, and no calendar"
                            + " is configured for " + cell.deployment() + ". Ask an administrator to name one under"
                            + " syncgate.deployments.");
        }
        return OwnWords.missing(practice, service)
                .or(() -> withoutOfficeHours(cell, practice))
                .<Offer>map(Offer.Refuses::new)
                .orElseGet(() -> new Offer.Walks(
                        OwnWords.filled(practice, service),
                        practice.minimumNotice(),
                        advice(service, cell.tier(), practice, change)));
    }

    /** Where nothing says when people are at work, no time is known to be out of hours (S7). */
    private Optional<String> withoutOfficeHours(Cell cell, Practice practice) {
        return practice.needsAgreedTime()
                        && calendars.officeHours(cell.deployment()).isEmpty()
                ? Optional.of("By the practice this is deployed out of hours, and nothing says when people of "
                        + cell.deployment() + " are at work. Ask an administrator to configure"
                        + " syncgate.deployments[…].office-hours for it.")
                : Optional.empty();
    }

    private Cluster cluster(ApplicationId id) {
        return catalog.cluster(id.cluster())
                .orElseThrow(() -> new IllegalStateException(id + " is in no configured cluster"));
    }

    private static String withoutFactors(ApplicationId id, Service service) {
        String what = "Ask an administrator to configure syncgate.services[…].factors";
        return service.equals(Service.OTHER)
                ? "No configured service names " + id + ", so nothing says how formal its deployments are. " + what
                        + " for a service that does."
                : "The practice's chart does not name " + service.name() + ", and nothing says how formal its"
                        + " deployments are. " + what + " for it.";
    }

    /** Only asked where auto-sync is off: what Argo CD syncs by itself is refused as that before policy is asked. */
    private static String automatic(ApplicationId id, Cell cell) {
        return cell.words() + " deploys itself: by the practice it is automatic, and nobody has to ask."
                + " But auto-sync is switched off for " + id + ": switch it on in Argo CD, or sync it there.";
    }
}
