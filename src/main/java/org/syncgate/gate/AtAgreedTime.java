package org.syncgate.gate;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.model.Moments;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.TimeTalks;
import org.syncgate.request.TimeTerms;
import org.syncgate.window.Calendars;
import org.syncgate.window.OfficeHours;

/**
 * Everybody whom the practice names stands behind one time for this very agreement, that time has come and its slot is not
 * over, and nobody's office hours have begun meanwhile.
 */
@Component
class AtAgreedTime implements Timing {

    private final TimeTalks talks;
    private final TimeTerms terms;
    private final Calendars calendars;
    private final ArgoCd argoCd;
    private final Clock clock;

    AtAgreedTime(TimeTalks talks, TimeTerms terms, Calendars calendars, ArgoCd argoCd, Clock clock) {
        this.talks = talks;
        this.terms = terms;
        this.calendars = calendars;
        this.argoCd = argoCd;
        this.clock = clock;
    }

    @Override
    public Stream<Refusal> refusals(DeploymentRequest request) {
        if (!request.practice().needsAgreedTime()) {
            return Stream.empty();
        }
        Instant now = clock.instant();
        AgreedTime agreed = talks.agreedTime(request);
        return Stream.concat(
                        agreed
                                .time()
                                .map(time -> slot(time, now))
                                .orElseGet(() -> Optional.of("No time has been agreed on yet: "
                                        + String.join(", ", agreed.missing()) + " missing."))
                                .stream(),
                        hours(request, now).stream())
                .map(Refusal::waits);
    }

    private Optional<String> slot(Instant time, Instant now) {
        if (now.isBefore(time)) {
            return Optional.of("The agreed time is " + Moments.exactTime(time) + ".");
        }
        Instant over = time.plus(terms.slot());
        return now.isBefore(over)
                ? Optional.empty()
                : Optional.of(
                        "The agreed time, " + Moments.time(time) + ", was over at " + Moments.exactTime(over) + ".");
    }

    private Optional<String> hours(DeploymentRequest request, Instant now) {
        String cluster = request.agreement().application().cluster();
        Optional<OfficeHours> hours = argoCd.cluster(cluster)
                .flatMap(status -> calendars.officeHours(status.cluster().deployment()));
        if (hours.isEmpty()) {
            return Optional.of("Nothing says when people of " + cluster + " are at work.");
        }
        return hours.filter(at -> !at.isOutOfHours(now, now.plusNanos(1)))
                .map(at -> "It is not out of hours: office hours are " + at.words() + ".");
    }
}
