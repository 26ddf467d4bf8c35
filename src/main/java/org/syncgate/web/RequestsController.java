package org.syncgate.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.syncgate.access.People;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.model.RequestId;
import org.syncgate.record.Records;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** The pages on which people follow requests. */
@Controller
class RequestsController {

    private static final int ENDED_SHOWN = 50;

    private final Requests requests;
    private final Records records;
    private final ArgoCd argoCd;
    private final People people;
    private final RequestStream stream;

    RequestsController(Requests requests, Records records, ArgoCd argoCd, People people, RequestStream stream) {
        this.requests = requests;
        this.records = records;
        this.argoCd = argoCd;
        this.people = people;
        this.stream = stream;
    }

    @GetMapping("/requests")
    String all(Model model) {
        model.addAttribute(
                "open",
                requests.open().stream()
                        .map(request -> RequestView.of(request, people))
                        .toList());
        model.addAttribute(
                "ended",
                requests.ended(ENDED_SHOWN).stream()
                        .map(request -> RequestView.of(request, people))
                        .toList());
        model.addAttribute(
                "clusters", argoCd.clusters().stream().map(ClusterView::of).toList());
        return "requests";
    }

    @GetMapping("/requests/{id}")
    String one(@PathVariable String id, Model model) {
        DeploymentRequest request = RequestId.parse(id)
                .flatMap(requests::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such request"));
        model.addAttribute("request", RequestView.of(request, people));
        model.addAttribute(
                "entries",
                records.of(request.id()).stream()
                        .map(entry -> EntryView.of(entry, people))
                        .toList());
        return "request";
    }

    @GetMapping("/requests/events")
    SseEmitter events() {
        return stream.open();
    }
}
