package org.syncgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
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
    private final ArgoCd argoCd;
    private final ObjectMapper json;
    private final JsonNode template;

    StartForm(Deployables deployables, PracticePreview preview, ArgoCd argoCd, ObjectMapper json) {
        this.deployables = deployables;
        this.preview = preview;
        this.argoCd = argoCd;
        this.json = json;
        this.template = template(json);
    }

    private static JsonNode template(ObjectMapper json) {
        try {
            return json.readTree(new ClassPathResource("forms/deploy-application.form").getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode filled() {
        List<Deployable> all = deployables.now();
        ObjectNode form = template.deepCopy();
        ArrayNode components = (ArrayNode) form.get("components");
        ArrayNode values = json.createArrayNode();
        all.forEach(deployable -> values.addObject()
                .put("label", DeployableLabel.of(deployable))
                .put("value", deployable.choice().text()));
        ((ObjectNode) components.get(indexOf(components, "application"))).set("values", values);
        int place = indexOf(components, "practice") + 1;
        preview.of(all)
                .forEach((words, when) -> components
                        .insertObject(place)
                        .put("id", "practice" + components.size())
                        .put("type", "text")
                        .put("text", words)
                        .putObject("conditional")
                        .put("hide", "=not(" + when + ")"));
        unreachable()
                .ifPresent(words -> components
                        .insertObject(1)
                        .put("id", "unreachable")
                        .put("type", "text")
                        .put("text", words));
        return form;
    }

    private static int indexOf(ArrayNode components, String id) {
        return IntStream.range(0, components.size())
                .filter(index -> components.path(index).path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The start form has no component " + id));
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
