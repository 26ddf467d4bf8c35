package org.syncgate.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.syncgate.access.CurrentUser;
import org.syncgate.access.People;
import org.syncgate.model.Groups;
import org.syncgate.window.Freeze;
import org.syncgate.window.FreezeOverride;
import org.syncgate.window.Freezes;

/** The page on which everybody sees what is frozen, what will be, and what was. */
@Controller
class FreezesController {

    private static final int OVER_SHOWN = 50;

    private final Freezes freezes;
    private final People people;
    private final CurrentUser user;
    private final Clock clock;

    FreezesController(Freezes freezes, People people, CurrentUser user, Clock clock) {
        this.freezes = freezes;
        this.people = people;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/freezes")
    String all(Model model) {
        Instant now = clock.instant();
        List<Freeze> notOver = freezes.notOver(now);
        List<Freeze> over = freezes.over(now, OVER_SHOWN);
        List<Freeze> shown = Stream.concat(notOver.stream(), over.stream()).toList();
        List<FreezeOverride> overrides =
                freezes.overridesOf(shown.stream().map(Freeze::id).toList());
        Map<String, String> names = people.namesOf(Stream.concat(
                        shown.stream().flatMap(FreezeView::people),
                        overrides.stream().map(FreezeOverride::who))
                .distinct()
                .toList());
        model.addAttribute(
                "current",
                notOver.stream()
                        .map(freeze -> FreezeView.of(freeze, overrides, names, now))
                        .toList());
        model.addAttribute(
                "over",
                over.stream()
                        .map(freeze -> FreezeView.of(freeze, overrides, names, now))
                        .toList());
        model.addAttribute(
                "mayFreeze",
                user.find()
                        .filter(person -> person.isIn(Groups.SYNCGATE_ADMINS))
                        .isPresent());
        return "freezes";
    }
}
