package org.syncgate.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.syncgate.record.Entry;
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
        List<DeploymentRequest> open = requests.open();
        List<DeploymentRequest> ended = requests.ended(ENDED_SHOWN);
        Map<String, String> names = people.namesOf(Stream.concat(open.stream(), ended.stream())
                .map(request -> request.wish().requester())
                .toList());
        model.addAttribute("open", views(open, names));
        model.addAttribute("ended", views(ended, names));
        model.addAttribute(
                "clusters", argoCd.clusters().stream().map(ClusterView::of).toList());
        return "requests";
    }

    @GetMapping("/requests/{id}")
    String one(@PathVariable String id, Model model) {
        DeploymentRequest request = RequestId.parse(id)
                .flatMap(requests::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such request"));
        List<Entry> entries = records.of(request.id());
        // whoever asked stands in the first entry, too
        Map<String, String> names =
                people.namesOf(entries.stream().map(Entry::who).toList());
        model.addAttribute("request", RequestView.of(request, names));
        model.addAttribute(
                "entries",
                entries.stream().map(entry -> EntryView.of(entry, names)).toList());
        return "request";
    }

    private static List<RequestView> views(List<DeploymentRequest> requests, Map<String, String> names) {
        return requests.stream().map(request -> RequestView.of(request, names)).toList();
    }

    @GetMapping("/requests/events")
    SseEmitter events() {
        return stream.open();
    }
}
