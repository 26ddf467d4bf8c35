package org.syncgate.web;

import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.syncgate.access.CurrentUser;
import org.syncgate.access.Person;
import org.syncgate.model.WindowId;
import org.syncgate.process.WindowLine;
import org.syncgate.process.WindowOverview;
import org.syncgate.process.WindowOverviews;
import org.syncgate.process.WindowTasks;

/** The pages on which people follow maintenance windows. */
@Controller
class WindowsController {

    private static final int OVER_SHOWN = 50;

    private final WindowOverviews overviews;
    private final WindowTasks tasks;
    private final CurrentUser user;
    private final Clock clock;

    WindowsController(WindowOverviews overviews, WindowTasks tasks, CurrentUser user, Clock clock) {
        this.overviews = overviews;
        this.tasks = tasks;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/windows")
    String all(Model model) {
        WindowOverviews.Lists lists = overviews.all(OVER_SHOWN);
        model.addAttribute("current", rows(lists.current()));
        model.addAttribute("over", rows(lists.over()));
        return "windows";
    }

    @GetMapping("/windows/{calendar}/{date}")
    String one(@PathVariable String calendar, @PathVariable String date, Model model) {
        WindowOverview overview = find(calendar, date);
        model.addAttribute("page", WindowPage.of(overview, tasks.of(overview.window(), reader()), clock.instant()));
        return "window";
    }

    /** The next task of a kind takes the place of the one that was done, so pages link to the kind. */
    @GetMapping("/windows/{calendar}/{date}/tasks/{kind}")
    String task(@PathVariable String calendar, @PathVariable String date, @PathVariable String kind) {
        WindowOverview overview = find(calendar, date);
        return tasks.find(overview.window(), reader(), kind)
                .map(task -> "redirect:/camunda/app/tasklist/default/#/?task=" + task.id())
                .orElse("redirect:/windows/" + overview.window().id());
    }

    private WindowOverview find(String calendar, String date) {
        return WindowId.parse(calendar + "/" + date)
                .flatMap(overviews::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such window"));
    }

    private Person reader() {
        return user.find().orElseThrow();
    }

    private static List<WindowRow> rows(List<WindowLine> lines) {
        return lines.stream().map(WindowRow::of).toList();
    }
}
