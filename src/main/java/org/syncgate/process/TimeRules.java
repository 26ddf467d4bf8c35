package org.syncgate.process;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.catalog.Catalog;
import org.syncgate.model.Cluster;
import org.syncgate.model.Moments;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.TimeTerms;
import org.syncgate.window.Calendars;
import org.syncgate.window.OfficeHours;

/** What a time has to keep to that people agree on for a sync: out of hours, far enough ahead, and before the request ends. */
@Component
class TimeRules {

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final String NO_HOURS =
            "Nothing says when people are at work there, so no time is known to be out of"
                    + " hours. Ask an administrator to configure syncgate.deployments[…].office-hours.";

    /** So that a suggested time can still be agreed on when the others look into their lists tomorrow. */
    private static final Duration TO_ANSWER = Duration.ofDays(1);

    private final Calendars calendars;
    private final Catalog catalog;
    private final TimeTerms terms;
    private final Clock clock;

    TimeRules(Calendars calendars, Catalog catalog, TimeTerms terms, Clock clock) {
        this.calendars = calendars;
        this.catalog = catalog;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * The time that somebody wrote, to the minute; in UTC unless they wrote an offset.
     *
     * @throws Refused if it is none
     */
    static Instant read(String written) {
        if (written.isEmpty()) {
            throw new Refused("Say which time you propose: a date and a time, in UTC.");
        }
        try {
            var time = WRITTEN.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
            Instant exact = time instanceof OffsetDateTime told
                    ? told.toInstant()
                    : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
            return exact.truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            throw new Refused("'" + written + "' is no date and time. Write one like 2026-03-14T03:00, which is in UTC,"
                    + " or with an offset, like 2026-03-14T00:00-03:00.");
        }
    }

    /** @throws Refused if the request cannot be proposed to be synced then */
    void requireProposable(DeploymentRequest request, Instant time) {
        require(request, time, terms.announcing());
    }

    /** @throws Refused if what was proposed cannot be agreed on any more */
    void requireAcceptable(DeploymentRequest request, Instant time) {
        require(request, time, Duration.ZERO);
    }

    private void require(DeploymentRequest request, Instant time, Duration ahead) {
        Instant now = clock.instant();
        String told = Moments.time(time);
        if (!time.isAfter(now)) {
            throw new Refused(told + " is past. Propose a time to come.");
        }
        Instant earliest = now.plus(request.practice().minimumNotice()).plus(ahead);
        if (time.isBefore(earliest)) {
            throw new Refused(told + " leaves too little time: " + notice(request, ahead) + ", so it cannot be before "
                    + Moments.exactTime(earliest) + ". Propose a later time.");
        }
        if (time.isAfter(latest(request))) {
            throw new Refused(told + " is too late: the request expires at " + Moments.time(request.expiresAt())
                    + ", and the sync may begin until " + Times.words(terms.slot())
                    + " after the agreed time. Propose an earlier time.");
        }
        OfficeHours hours = hours(request).orElseThrow(() -> new Refused(NO_HOURS));
        if (!hours.isOutOfHours(time, time.plus(terms.slot()))) {
            throw new Refused(told + " is not out of hours: the sync may begin until " + Times.words(terms.slot())
                    + " later, and office hours are " + hours.words() + "."
                    + fitting(request, earliest)
                            .map(next -> " The next time that fits is " + Moments.time(next) + ".")
                            .orElse(""));
        }
    }

    /** What a form says of the time: Markdown. */
    String words(DeploymentRequest request) {
        Instant from = clock.instant()
                .plus(request.practice().minimumNotice())
                .plus(terms.announcing())
                .plus(TO_ANSWER);
        return "The sync may begin at the agreed time and until " + Times.words(terms.slot())
                + " later, and all of that has to be out of hours. **Office hours:** "
                + hours(request).map(OfficeHours::words).map(Markdown::escape).orElse("not known")
                + ". A time has to be proposed early enough: " + notice(request, terms.announcing())
                + ". The request expires at " + Moments.time(request.expiresAt()) + ".\n\n"
                + fitting(request, from)
                        .map(next -> "**Suggested:** " + Moments.time(next)
                                + ", the next time that fits and leaves the others a day to answer.")
                        .orElse(
                                "No time that leaves the others a day to answer fits any more before the request expires.");
    }

    private static String notice(DeploymentRequest request, Duration ahead) {
        String agreeing = "it takes up to " + Times.words(ahead) + " to agree on it and to announce it";
        Duration notice = request.practice().minimumNotice();
        if (notice.isZero()) {
            return agreeing;
        }
        String practice = "by the practice it is announced " + Times.words(notice) + " ahead";
        return ahead.isZero() ? practice : practice + ", and " + agreeing;
    }

    /** In whole hours, as people say them. */
    private Optional<Instant> fitting(DeploymentRequest request, Instant notBefore) {
        Instant hour = notBefore.truncatedTo(ChronoUnit.HOURS);
        Instant whole = hour.equals(notBefore) ? hour : hour.plus(1, ChronoUnit.HOURS);
        return hours(request)
                .flatMap(at -> at.nextOutOfHours(whole, terms.slot()))
                .filter(next -> !next.isAfter(latest(request)));
    }

    private Instant latest(DeploymentRequest request) {
        return request.expiresAt().minus(terms.slot());
    }

    private Optional<OfficeHours> hours(DeploymentRequest request) {
        return catalog.cluster(request.agreement().application().cluster())
                .map(Cluster::deployment)
                .flatMap(calendars::officeHours);
    }
}
