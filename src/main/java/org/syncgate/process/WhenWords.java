package org.syncgate.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.syncgate.model.Moments;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.TimeTalks;
import org.syncgate.request.TimeTerms;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/** Says in an announcement when the sync comes. */
@Component
class WhenWords {

    private final TimeTalks talks;
    private final TimeTerms terms;
    private final Windows windows;
    private final WindowWords windowWords;
    private final Clock clock;

    WhenWords(TimeTalks talks, TimeTerms terms, Windows windows, WindowWords windowWords, Clock clock) {
        this.talks = talks;
        this.terms = terms;
        this.windows = windows;
        this.windowWords = windowWords;
        this.clock = clock;
    }

    /**
     * Where no time is agreed on, it is told from the delivery, which starts the clock: the moment is the earliest that can
     * be said when the text is written, and whoever reads a late message would take it for the time of the sync.
     */
    String of(DeploymentRequest request) {
        if (request.practice().window()) {
            return window(request) + ", when its coordinator has marked work start";
        }
        Optional<Instant> agreed =
                request.practice().needsAgreedTime() ? talks.agreedTime(request).time() : Optional.empty();
        return agreed.map(time -> Moments.time(time) + ", or up to " + Times.words(terms.slot())
                        + " later, out of hours, as agreed with "
                        + String.join(", ", request.practice().coordinateWith()))
                .orElseGet(() -> afterNotice(request));
    }

    private String window(DeploymentRequest request) {
        return windows.placeOf(request.id())
                .map(Place::window)
                .flatMap(windows::find)
                .map(window -> "in " + windowWords.window(window))
                .orElse("in a maintenance window");
    }

    private String afterNotice(DeploymentRequest request) {
        Duration notice = request.practice().minimumNotice();
        String quorum = request.practice().approvals().stream()
                .map(asked -> asked.count() + " of " + asked.group())
                .collect(Collectors.joining(", "));
        if (notice.isZero()) {
            return quorum.isEmpty() ? "at once" : "as soon as it is approved by " + quorum;
        }
        return Times.words(notice) + " after " + told(request.practice().channels()) + ", so not before "
                + Moments.time(clock.instant().plus(notice))
                + (quorum.isEmpty() ? "" : ", and not until it is approved by " + quorum);
    }

    private static String told(List<String> channels) {
        return channels.size() > 1 ? "the last of " + String.join(", ", channels) + " has been told" : "this notice";
    }
}
