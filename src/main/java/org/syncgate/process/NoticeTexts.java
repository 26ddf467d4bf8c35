package org.syncgate.process;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Cluster;
import org.syncgate.model.Revisions;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Entry;
import org.syncgate.request.Approvals;
import org.syncgate.request.Attempt;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Ended;

/** Writes what is told of a request, from the templates under {@code notices/}. */
@Component
class NoticeTexts {

    private final NoticeTemplates templates = new NoticeTemplates();
    private final ArgoCd argoCd;
    private final Catalog catalog;
    private final People people;
    private final Approvals approvals;
    private final PublicUrl url;
    private final WhenWords when;

    NoticeTexts(ArgoCd argoCd, Catalog catalog, People people, Approvals approvals, PublicUrl url, WhenWords when) {
        this.argoCd = argoCd;
        this.catalog = catalog;
        this.people = people;
        this.approvals = approvals;
        this.url = url;
        this.when = when;
    }

    /** What is about to be deployed, when at the earliest, and where to look. */
    String announcement(DeploymentRequest request) {
        return text(NoticeKind.ANNOUNCEMENT, request, "", "");
    }

    /**
     * What became of it.
     *
     * @param who whose doing it was, as the record has it
     * @param why in the record's words; may be empty
     */
    String text(NoticeKind kind, DeploymentRequest request, String who, String why) {
        ApplicationId id = request.agreement().application();
        Map<String, Object> facts = new HashMap<>();
        facts.put("application", id.toString());
        facts.put(
                "environment",
                catalog.cluster(id.cluster()).map(Cluster::environment).orElse(id.cluster()));
        facts.put("deployed", Revisions.brief(request.agreement().deployed()));
        facts.put("target", Revisions.brief(request.agreement().target()));
        facts.put("retargeted", request.agreementNumber() > 1);
        facts.put("requester", people.nameOf(request.wish().requester()));
        facts.put("reason", NoticeTemplates.line(request.wish().reason()));
        facts.put("ticket", NoticeTemplates.line(request.wish().ticket()));
        facts.put("disruption", request.wish().disruption().text());
        facts.put("change", request.wish().change().text());
        facts.put("outOfSync", outOfSync(request));
        facts.put("when", when.of(request));
        facts.put("who", who.equals(Entry.SYNCGATE) ? "Syncgate" : people.nameOf(who));
        facts.put("why", NoticeTemplates.line(why));
        facts.put("okays", okays(request));
        facts.put("void", request.standing() instanceof Ended ended && ended.outcome() == Outcome.VOIDED);
        // begun and not followed to a good end: what is deployed is for Argo CD to say
        facts.put("begun", request.attempt().flatMap(Attempt::startedAt).isPresent());
        facts.put("task", url.task(request.id()).toString());
        facts.put("argoCd", catalog.page(id).map(URI::toString).orElse(""));
        return templates.fill(kind, facts);
    }

    /** Without templates and what has to be looked up, for when either fails. */
    static String plain(NoticeKind kind, DeploymentRequest request, String why) {
        return (request.agreement().application() + " "
                        + Revisions.brief(request.agreement().deployed()) + " → "
                        + Revisions.brief(request.agreement().target()) + ": " + kind.words() + ". "
                        + NoticeTemplates.line(why))
                .strip();
    }

    private String outOfSync(DeploymentRequest request) {
        return argoCd.seen(request.agreement().application())
                .map(seen -> Changes.of(seen, request.agreement()).brief())
                .orElse("not known at the moment");
    }

    private String okays(DeploymentRequest request) {
        String missing = approvals.tally(request).missing();
        return missing.isEmpty() ? "All okays are there." : "Okays still missing: " + missing + ".";
    }
}
