package org.syncgate.process;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.bypass.Bypass;
import org.syncgate.bypass.Explanation;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.Cluster;
import org.syncgate.model.Moments;
import org.syncgate.notice.NoticeKind;

/** Writes what is told of what went past the gate, from the templates under {@code notices/}. */
@Component
class BypassTexts {

    private final NoticeTemplates templates = new NoticeTemplates();
    private final Catalog catalog;
    private final People people;
    private final PublicUrl url;

    BypassTexts(Catalog catalog, People people, PublicUrl url) {
        this.catalog = catalog;
        this.people = people;
        this.url = url;
    }

    String text(NoticeKind kind, Bypass bypass) {
        String cluster = bypass.application().cluster();
        Map<String, Object> facts = new HashMap<>();
        facts.put("application", bypass.application().toString());
        facts.put(
                "environment",
                catalog.cluster(cluster).map(Cluster::environment).orElse(cluster));
        facts.put("words", NoticeTemplates.line(bypass.words()));
        facts.put("by", NoticeTemplates.line(bypass.by()));
        facts.put("seen", Moments.exactTime(bypass.seenAt()));
        facts.put(
                "who",
                bypass.explanation().map(Explanation::who).map(people::nameOf).orElse(""));
        facts.put(
                "why",
                NoticeTemplates.line(bypass.explanation().map(Explanation::text).orElse("")));
        facts.put("request", bypass.request().map(url::about).map(URI::toString).orElse(""));
        facts.put(
                "argoCd", catalog.page(bypass.application()).map(URI::toString).orElse(""));
        facts.put("page", url.about(bypass.id()).toString());
        return templates.fill(kind, facts);
    }
}
