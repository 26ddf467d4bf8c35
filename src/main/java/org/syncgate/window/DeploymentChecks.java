package org.syncgate.window;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.validation.Errors;
import org.syncgate.model.ApplicationId;
import org.syncgate.window.CalendarProperties.OneCalendar;
import org.syncgate.window.CalendarProperties.OneDeployment;
import org.syncgate.window.CalendarProperties.TheOfficeHours;

/** What has to be true of what is configured for a deployment. Its clusters are the catalog's, so only their form is checked. */
final class DeploymentChecks {

    private final Faults faults;
    private final Set<String> calendars;

    DeploymentChecks(Errors errors, List<OneCalendar> calendars) {
        faults = new Faults(errors);
        this.calendars = calendars.stream().map(OneCalendar::name).collect(Collectors.toSet());
    }

    void check(List<OneDeployment> deployments) {
        for (int i = 0; i < deployments.size(); i++) {
            check("deployments[" + i + "]", deployments.get(i));
        }
    }

    private void check(String property, OneDeployment deployment) {
        faults.addUnlessOwnName(
                property + ".name", deployment.name(), "write what the practice calls it, like science or telescope");
        faults.addIfEmpty(
                property + ".calendar",
                deployment.calendar(),
                Optional.of(deployment.calendar()).filter(calendars::contains),
                "calendar",
                "write the name of one of syncgate.calendars");
        checkEnvironments(property + ".environments", deployment.environments());
        if (!deployment.officeHours().areLeftOut()) {
            check(property + ".office-hours", deployment.officeHours());
        }
        faults.addUnlessDates(property + ".holidays", deployment.holidays());
    }

    private void checkEnvironments(String property, List<String> clusters) {
        var named = new HashSet<String>();
        for (int i = 0; i < clusters.size(); i++) {
            String cluster = clusters.get(i);
            String entry = property + "[" + i + "]";
            if (ApplicationId.parse(cluster + "/any").isEmpty()) {
                faults.add(entry, "'" + cluster + "' is no name of a cluster: write one of syncgate.clusters");
            } else if (!named.add(cluster)) {
                faults.add(entry, "'" + cluster + "' is in the order already: leave one of them out");
            }
        }
    }

    private void check(String property, TheOfficeHours hours) {
        faults.addUnlessZone(property + ".zone", hours.zone());
        if (hours.days().isEmpty()) {
            faults.add(property + ".days", "is missing: write days of the week, like MON, or leave office hours out");
        }
        for (int i = 0; i < hours.days().size(); i++) {
            String day = hours.days().get(i);
            faults.addIfEmpty(
                    property + ".days[" + i + "]",
                    day,
                    Written.day(day),
                    "day of the week",
                    "write one of MON, TUE, WED, THU, FRI, SAT, SUN");
        }
        faults.addUnlessTime(property + ".from", hours.from());
        faults.addUnlessTime(property + ".to", hours.to());
        Optional<LocalTime> from = Written.time(hours.from());
        if (from.isPresent()
                && Written.time(hours.to())
                        .filter(to -> !to.isAfter(from.get()))
                        .isPresent()) {
            faults.add(
                    property + ".to",
                    "'" + hours.to() + "' is not after " + hours.from() + ": write when office hours are over on the"
                            + " same day");
        }
    }
}
