package org.syncgate.process;

import java.net.URI;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.bypass.Bypass;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.Moments;

/** Prepares the task in which a release manager explains what went past the gate. */
@Component
class PresentBypass implements TaskListener {

    private final CurrentBypass current;
    private final Catalog catalog;

    PresentBypass(CurrentBypass current, Catalog catalog) {
        this.current = current;
        this.catalog = catalog;
    }

    @Override
    public void notify(DelegateTask task) {
        Bypass bypass = current.of(task.getExecution());
        task.setName(Texts.name("Explain what went past the gate: " + bypass.application()));
        task.setVariableLocal(
                Vars.ABOUT,
                bypass.application() + ", " + Moments.exactTime(bypass.seenAt()) + ", by "
                        + Markdown.escape(bypass.by()) + " as Argo CD has it");
        task.setVariableLocal(Vars.WHY, Texts.cut(Markdown.escape(bypass.words())));
        task.setVariableLocal(Vars.DETAILS, details(bypass));
        task.setVariableLocal(Vars.PAGE, PublicUrl.page(bypass.id()));
    }

    private String details(Bypass bypass) {
        String revisions = bypass.revisions().isEmpty()
                ? ""
                : "Revision: " + Markdown.escape(String.join(", ", bypass.revisions())) + "  \n";
        String request = bypass.request()
                .map(id -> "Open request: [" + id + "](" + PublicUrl.page(id) + ")  \n")
                .orElse("");
        String argoCd = catalog.page(bypass.application())
                .map(URI::toString)
                .map(page -> "[Its page in Argo CD](" + page + ")  \n")
                .orElse("");
        return Texts.cut(revisions + request + argoCd);
    }
}
