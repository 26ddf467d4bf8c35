package org.syncgate.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.syncgate.access.People;
import org.syncgate.bypass.Bypass;
import org.syncgate.bypass.Bypasses;
import org.syncgate.model.BypassId;

/** The page on which everybody sees what went past the gate, the last first. */
@Controller
class BypassesController {

    private static final int SHOWN = 50;

    private final Bypasses bypasses;
    private final People people;

    BypassesController(Bypasses bypasses, People people) {
        this.bypasses = bypasses;
        this.people = people;
    }

    /** @param before which of them the page before ended with; without one, or with what is none, the last are shown */
    @GetMapping("/bypasses")
    String all(@RequestParam Optional<String> before, Model model) {
        List<Bypass> found = bypasses.last(before.flatMap(BypassId::parse), SHOWN + 1);
        List<Bypass> shown = found.subList(0, Math.min(SHOWN, found.size()));
        Map<String, String> names = people.namesOf(
                shown.stream().flatMap(BypassView::people).distinct().toList());
        model.addAttribute(
                "bypasses",
                shown.stream().map(bypass -> BypassView.of(bypass, names)).toList());
        model.addAttribute(
                "older", found.size() > SHOWN ? shown.get(SHOWN - 1).id().text() : "");
        model.addAttribute("later", before.flatMap(BypassId::parse).isPresent());
        return "bypasses";
    }
}
