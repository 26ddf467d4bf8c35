package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;
import org.syncgate.catalog.Catalog;
import org.syncgate.catalog.Service;
import org.syncgate.model.Cluster;
import org.syncgate.model.FreezeId;
import org.syncgate.model.Moments;
import org.syncgate.request.Wish;
import org.syncgate.window.FreezeScope;
import org.syncgate.window.FreezeTerms;

/** Reads what somebody entered in the form of {@code freeze-gates}, and refuses what cannot be meant. */
@Component
class FreezeFields {

    private final Catalog catalog;
    private final Clock clock;

    FreezeFields(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What is to be frozen, with every fault of the entries named at once. */
    FreezeTerms terms(VariableScope scope) {
        List<String> faults = new ArrayList<>();
        Instant now = clock.instant();
        Optional<Instant> from = moment(scope, Vars.FROM, faults);
        Optional<Instant> to = moment(scope, Vars.TO, faults);
        if (faults.isEmpty()) {
            duration(from, to, now).ifPresent(faults::add);
        }
        List<String> services = Names.of(scope, Vars.SERVICES);
        List<String> clusters = Names.of(scope, Vars.CLUSTERS);
        unknown("service", services, serviceNames()).ifPresent(faults::add);
        unknown("cluster", clusters, clusterNames()).ifPresent(faults::add);
        String reason = Fields.text(scope, Vars.REASON);
        fault(reason).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw new Refused(String.join(" ", faults));
        }
        return new FreezeTerms(from.orElse(now), to.orElseThrow(), new FreezeScope(services, clusters), reason);
    }

    /** The reason of a lift or an override. */
    static String reason(VariableScope scope) {
        String reason = Fields.text(scope, Vars.REASON);
        fault(reason).ifPresent(fault -> {
            throw new Refused(fault);
        });
        return reason;
    }

    static FreezeId freeze(VariableScope scope) {
        return FreezeId.parse(Fields.text(scope, Vars.FREEZE))
                .orElseThrow(() -> new Refused("Choose a freeze from the list."));
    }

    static ShownRequest request(VariableScope scope) {
        return ShownRequest.parse(Fields.text(scope, Vars.REQUEST))
                .orElseThrow(() -> new Refused("Choose a request from the list."));
    }

    /** What belongs to another action is refused, lest somebody takes it for granted that it had an effect. */
    static void leaveEmpty(VariableScope scope, String... fields) {
        for (String field : fields) {
            if (!Fields.text(scope, field).isEmpty() && !Names.of(scope, field).isEmpty()) {
                throw new Refused("The field '" + field + "' has no part in what you chose to do: leave it empty.");
            }
        }
    }

    private static Optional<String> fault(String reason) {
        return FreezeTerms.isReason(reason)
                ? Optional.empty()
                : Optional.of("The reason has to have " + FreezeTerms.MIN_REASON + " to " + FreezeTerms.MAX_REASON
                        + " characters; it has " + Wish.length(reason) + ".");
    }

    private static Optional<Instant> moment(VariableScope scope, String field, List<String> faults) {
        String text = Fields.text(scope, field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            // what the database keeps: a shorter freeze would be none
            return Optional.of(
                    LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeParseException e) {
            faults.add("Write the field '" + field + "' as a date and a time in UTC, like 2026-12-24T18:00.");
            return Optional.empty();
        }
    }

    /** Without a beginning it begins now. */
    private static Optional<String> duration(Optional<Instant> begins, Optional<Instant> ends, Instant now) {
        if (ends.isEmpty()) {
            return Optional.of("Say when the freeze ends.");
        }
        Instant from = begins.orElse(now);
        Instant to = ends.orElseThrow();
        // whoever enters the minute that it is means now
        if (from.isBefore(now.truncatedTo(ChronoUnit.MINUTES))) {
            return Optional.of("The freeze cannot begin in the past, at " + Moments.time(from)
                    + ": leave the field 'from' empty to begin at once.");
        }
        if (!to.isAfter(now)) {
            return Optional.of("The freeze has to end in the future: " + Moments.time(to) + " is past.");
        }
        if (!to.isAfter(from)) {
            return Optional.of("The freeze has to end after it begins, at " + Moments.time(from) + ", and not at "
                    + Moments.time(to) + ".");
        }
        if (from.isAfter(inAYear(now))) {
            return Optional.of("The freeze has to begin within a year, by " + Moments.time(inAYear(now)) + ".");
        }
        return to.isAfter(inAYear(from))
                ? Optional.of("A freeze lasts at most a year, which is until " + Moments.time(inAYear(from))
                        + ": set another one when that is near.")
                : Optional.empty();
    }

    private static Instant inAYear(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    }

    private List<String> serviceNames() {
        return Stream.concat(catalog.services().stream().map(Service::name), Stream.of(Service.OTHER.name()))
                .toList();
    }

    private List<String> clusterNames() {
        return catalog.clusters().stream().map(Cluster::name).toList();
    }

    private static Optional<String> unknown(String what, List<String> names, List<String> known) {
        List<String> unknown =
                names.stream().filter(name -> !known.contains(name)).toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("There is no " + what + " " + String.join(", ", unknown) + ". Choose from "
                        + String.join(", ", known) + ".");
    }
}
