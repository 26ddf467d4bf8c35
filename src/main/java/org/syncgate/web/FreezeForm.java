package org.syncgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.syncgate.catalog.Catalog;
import org.syncgate.catalog.Service;
import org.syncgate.model.Moments;
import org.syncgate.model.Revisions;
import org.syncgate.process.ShownRequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.window.Freeze;
import org.syncgate.window.Freezes;
import org.syncgate.window.ServiceLookup;

/** The start form of {@code forms/freeze-gates.form}, filled. */
@Component
class FreezeForm {

    private final Freezes freezes;
    private final Requests requests;
    private final ServiceLookup services;
    private final Catalog catalog;
    private final Clock clock;
    private final FormTemplate template;

    FreezeForm(
            Freezes freezes,
            Requests requests,
            ServiceLookup services,
            Catalog catalog,
            Clock clock,
            ObjectMapper json) {
        this.freezes = freezes;
        this.requests = requests;
        this.services = services;
        this.catalog = catalog;
        this.clock = clock;
        this.template = new FormTemplate(json, "freeze-gates.form");
    }

    JsonNode filled() {
        Instant now = clock.instant();
        List<Freeze> notOver = freezes.notOver(now);
        ObjectNode form = template.copy();
        ArrayNode components = FormTemplate.components(form);
        ArrayNode choices = FormTemplate.values(components, "freeze");
        notOver.forEach(freeze -> add(choices, label(freeze, now), freeze.id().text()));
        ArrayNode open = FormTemplate.values(components, "request");
        requests.open().stream()
                .filter(request -> request.standing() instanceof Waiting)
                .forEach(request -> addFrozen(open, request, notOver));
        ArrayNode names = FormTemplate.values(components, "services");
        catalog.services().forEach(service -> add(names, service.name(), service.name()));
        add(names, Service.OTHER.name() + ": whatever no service names", Service.OTHER.name());
        ArrayNode clusters = FormTemplate.values(components, "clusters");
        catalog.clusters()
                .forEach(cluster -> add(
                        clusters,
                        cluster.name() + " (" + cluster.deployment() + " "
                                + cluster.tier().text() + ")",
                        cluster.name()));
        if (notOver.isEmpty()) {
            FormTemplate.insertText(
                    components,
                    FormTemplate.indexOf(components, "action"),
                    "none",
                    "**At the moment there is no freeze that could be lifted or overridden.**");
        }
        return form;
    }

    private void addFrozen(ArrayNode open, DeploymentRequest request, List<Freeze> notOver) {
        String covering = notOver.stream()
                .filter(freeze -> freeze.covers(request.agreement().application(), services))
                .map(freeze -> freeze.id().text())
                .collect(Collectors.joining(", "));
        if (!covering.isEmpty()) {
            add(
                    open,
                    request.agreement().application() + ", agreed "
                            + Revisions.brief(request.agreement().target()) + " (" + request.id() + ", frozen by "
                            + covering + ")",
                    ShownRequest.of(request).text());
        }
    }

    private static String label(Freeze freeze, Instant now) {
        return freeze.id() + ": " + freeze.terms().scope().words()
                + (freeze.isInForce(now)
                        ? ""
                        : ", from " + Moments.time(freeze.terms().from())) + ", until "
                + Moments.time(freeze.terms().to());
    }

    private static void add(ArrayNode values, String label, String value) {
        values.addObject().put("label", label).put("value", value);
    }
}
