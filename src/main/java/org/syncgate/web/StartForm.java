package org.syncgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.argocd.ClusterStatus;
import org.syncgate.argocd.ClusterStatus.Unreachable;
import org.syncgate.model.Moments;
import org.syncgate.process.Deployable;
import org.syncgate.process.Deployables;

/** The start form of {@code forms/deploy-application.form}, filled. */
@Component
class StartForm {

    private final Deployables deployables;
    private final PracticePreview preview;
    private final FreezeWarning warning;
    private final ArgoCd argoCd;
    private final FormTemplate template;

    StartForm(
            Deployables deployables, PracticePreview preview, FreezeWarning warning, ArgoCd argoCd, ObjectMapper json) {
        this.deployables = deployables;
        this.preview = preview;
        this.warning = warning;
        this.argoCd = argoCd;
        this.template = new FormTemplate(json, "deploy-application.form");
    }

    JsonNode filled() {
        List<Deployable> all = deployables.now();
        ObjectNode form = template.copy();
        ArrayNode components = FormTemplate.components(form);
        ArrayNode values = FormTemplate.values(components, "application");
        all.forEach(deployable -> values.addObject()
                .put("label", DeployableLabel.of(deployable))
                .put("value", deployable.choice().text()));
        int place = FormTemplate.indexOf(components, "practice") + 1;
        preview.of(all).forEach((words, when) -> insert(components, place, "practice", words, when));
        // above what the practice says, since it comes first
        warning.of(all.stream().map(Deployable::choice).toList())
                .forEach((words, when) -> insert(components, place, "frozen", words, when));
        unreachable().ifPresent(words -> FormTemplate.insertText(components, 1, "unreachable", words));
        return form;
    }

    private static void insert(ArrayNode components, int place, String id, String words, String when) {
        components
                .insertObject(place)
                .put("id", id + components.size())
                .put("type", "text")
                .put("text", words)
                .putObject("conditional")
                .put("hide", "=not(" + when + ")");
    }

    private Optional<String> unreachable() {
        String clusters = argoCd.clusters().stream()
                .filter(status -> status.reachability() instanceof Unreachable)
                .map(StartForm::since)
                .collect(Collectors.joining("; "));
        return clusters.isEmpty()
                ? Optional.empty()
                : Optional.of("*Not reachable at the moment, so nothing can be deployed there: " + clusters + ".*");
    }

    private static String since(ClusterStatus status) {
        return status.cluster().name() + " since " + Moments.time(((Unreachable) status.reachability()).since());
    }
}
