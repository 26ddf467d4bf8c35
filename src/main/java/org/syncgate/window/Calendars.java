package org.syncgate.window;

import java.util.List;
import java.util.Optional;

/** The configured calendars and office hours. What is not configured is empty: no window, and no moment out of hours. */
public interface Calendars {

    /** The calendar of this name; empty where there is none. */
    Optional<WindowCalendar> named(String calendar);

    /** The calendar that a clusters' deployment keeps to, for instance telescope; empty where none is configured. */
    Optional<WindowCalendar> of(String deployment);

    /** When people of a deployment are at work; empty where that is not configured, and then nothing is out of hours. */
    Optional<OfficeHours> officeHours(String deployment);

    /**
     * Names of a deployment's clusters in the order in which windows work through them; empty where no order is
     * configured.
     */
    List<String> environments(String deployment);

    /**
     * The order of environments that a cluster is in, by the clusters' names with its own among them; empty where it is in
     * none.
     */
    List<String> environmentsWith(String cluster);

    /** All calendars, as they are configured. */
    List<WindowCalendar> all();
}
