package org.syncgate.process;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.model.Moments;
import org.syncgate.model.Revisions;
import org.syncgate.notice.NoticeKind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Freeze;

/** Writes what is told of a freeze, from the templates under {@code notices/}. */
@Component
class FreezeTexts {

    private final NoticeTemplates templates = new NoticeTemplates();
    private final People people;
    private final PublicUrl url;

    FreezeTexts(People people, PublicUrl url) {
        this.people = people;
        this.url = url;
    }

    /** What is frozen, until when and why. */
    String set(Freeze freeze) {
        return text(NoticeKind.FREEZE, freeze, freeze.who(), freeze.terms().reason(), Map.of());
    }

    String lifted(Freeze freeze, String who, String why) {
        return text(NoticeKind.FREEZE_LIFTED, freeze, who, why, Map.of());
    }

    String overridden(Freeze freeze, DeploymentRequest request, String who, String why) {
        Map<String, Object> about = Map.of(
                "application", request.agreement().application().toString(),
                "deployed", Revisions.brief(request.agreement().deployed()),
                "target", Revisions.brief(request.agreement().target()),
                "requester", people.nameOf(request.wish().requester()),
                "request", url.about(request.id()).toString());
        return text(NoticeKind.FREEZE_OVERRIDDEN, freeze, who, why, about);
    }

    private String text(NoticeKind kind, Freeze freeze, String who, String why, Map<String, Object> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("freeze", freeze.id().text());
        facts.put("scope", freeze.terms().scope().words());
        // whoever sets it to begin at once sees its beginning as the moment at which it is set
        facts.put("coming", freeze.setAt().isBefore(freeze.terms().from()));
        facts.put("from", Moments.time(freeze.terms().from()));
        facts.put("to", Moments.time(freeze.terms().to()));
        facts.put("who", people.nameOf(who));
        facts.put("why", NoticeTemplates.line(why));
        facts.put("page", url.about(freeze.id()).toString());
        return templates.fill(kind, facts);
    }
}
