package org.syncgate.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.Revisions;
import org.syncgate.policy.PracticeWords;
import org.syncgate.request.DeploymentRequest;

/** What an approver is shown, by the names of the form's variables; texts of people are escaped, lest they read as markup. */
@Component
class ApprovalFacts {

    /** Lest what is not known passes for nothing. */
    private static final String UNSEEN = "Not known at the moment: look at the application in Argo CD.";

    private final ArgoCd argoCd;
    private final Catalog catalog;
    private final Offers offers;
    private final People people;

    ApprovalFacts(ArgoCd argoCd, Catalog catalog, Offers offers, People people) {
        this.argoCd = argoCd;
        this.catalog = catalog;
        this.offers = offers;
        this.people = people;
    }

    Map<String, String> of(DeploymentRequest request) {
        Optional<Changes> changes =
                argoCd.seen(request.agreement().application()).map(seen -> Changes.of(seen, request.agreement()));
        return Map.of(
                Vars.REQUEST, request.id().text(),
                Vars.ABOUT, Texts.about(request),
                Vars.DETAILS, details(request),
                Vars.RESOURCES, changes.map(ApprovalFacts::resources).orElse(UNSEEN),
                Vars.IMAGES, changes.map(ApprovalFacts::images).orElse(UNSEEN),
                Vars.WISH, wish(request));
    }

    private static String resources(Changes changes) {
        String list = Markdown.list(Changes.listed(changes.resources()), "Argo CD names nothing.");
        return changes.comparedWith()
                .map(target ->
                        "*As compared with " + Revisions.brief(target) + ", not with what is agreed.*\n\n" + list)
                .orElse(list);
    }

    private static String images(Changes changes) {
        return Markdown.list(Changes.listed(changes.images()), "Argo CD names none.");
    }

    private String details(DeploymentRequest request) {
        ApplicationId id = request.agreement().application();
        List<String> lines = new ArrayList<>();
        lines.add("**Environment:** "
                + catalog.cluster(id.cluster()).map(Cluster::environment).orElse(id.cluster()));
        lines.add("**Disruption:** " + request.wish().disruption().text() + ", **change:** "
                + request.wish().change().text());
        lines.add("**Practice:** " + Markdown.escape(PracticeWords.sentence(request.practice())));
        offers.advice(id, request.practice(), request.wish().change())
                .ifPresent(advice -> lines.add("**Note:** " + Markdown.escape(advice)));
        return String.join("\n\n", lines);
    }

    private String wish(DeploymentRequest request) {
        String ticket = request.wish().ticket();
        return "**" + Markdown.escape(people.nameOf(request.wish().requester())) + "** writes: "
                + Markdown.escape(request.wish().reason())
                + (ticket.isEmpty() ? "" : "\n\n**Ticket:** " + Markdown.escape(ticket));
    }
}
