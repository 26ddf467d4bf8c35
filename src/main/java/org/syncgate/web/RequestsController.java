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
import org.syncgate.access.CurrentUser;
import org.syncgate.access.People;
import org.syncgate.access.Person;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.model.RequestId;
import org.syncgate.process.RequestTasks;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** The pages on which people follow requests. */
@Controller
class RequestsController {

    private static final int ENDED_SHOWN = 50;

    private final Requests requests;
    private final RequestPages pages;
    private final RequestTasks tasks;
    private final ArgoCd argoCd;
    private final People people;
    private final CurrentUser user;
    private final MoveStream stream;

    RequestsController(
            Requests requests,
            RequestPages pages,
            RequestTasks tasks,
            ArgoCd argoCd,
            People people,
            CurrentUser user,
            MoveStream stream) {
        this.requests = requests;
        this.pages = pages;
        this.tasks = tasks;
        this.argoCd = argoCd;
        this.people = people;
        this.user = user;
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
        model.addAttribute("mayExport", RecordReaders.mayReadAll(reader()));
        return "requests";
    }

    private static List<RequestView> views(List<DeploymentRequest> requests, Map<String, String> names) {
        return requests.stream().map(request -> RequestView.of(request, names)).toList();
    }

    @GetMapping("/requests/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("page", pages.of(find(id), reader()));
        return "request";
    }

    /** Where the links in notices lead: to the task that the reader can work on, or else to the request. */
    @GetMapping("/requests/{id}/task")
    String task(@PathVariable String id) {
        DeploymentRequest request = find(id);
        return tasks.find(request, reader())
                .map(task -> "redirect:/camunda/app/tasklist/default/#/?task=" + task)
                .orElse("redirect:/requests/" + request.id());
    }

    @GetMapping("/requests/events")
    SseEmitter events() {
        return stream.open();
    }

    private DeploymentRequest find(String id) {
        return RequestId.parse(id)
                .flatMap(requests::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such request"));
    }

    private Person reader() {
        return user.find().orElseThrow();
    }
}
