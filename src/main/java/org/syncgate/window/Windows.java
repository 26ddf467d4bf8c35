package org.syncgate.window;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.syncgate.model.RequestId;
import org.syncgate.model.WindowId;
import org.syncgate.record.Kind;

/**
 * All windows that somebody joined or that were announced, with the record kept in step (S8). Who locks a request and a
 * window locks the request first.
 */
public interface Windows {

    /** Keeps a new window; answers false, and keeps nothing, where there is one for its planned date already. */
    boolean open(MaintenanceWindow window);

    /** Keeps where a window stands now, and records it. */
    void save(MaintenanceWindow window, Kind kind, String who, String why);

    /** Enters into the record what changes nothing in where the window stands. */
    void record(MaintenanceWindow window, Kind kind, String who, String why);

    /** Reads one window and locks its row until the transaction ends. */
    Optional<MaintenanceWindow> lock(WindowId id);

    /** Reads one window. */
    Optional<MaintenanceWindow> find(WindowId id);

    /** A calendar's windows that end after a moment, or have not ended although they should have; also those that are over. */
    List<MaintenanceWindow> endingAfter(String calendar, Instant moment);

    /** The windows that are neither ended nor skipped, the earliest first. */
    List<MaintenanceWindow> open();

    /** The windows that are over, the latest first. */
    List<MaintenanceWindow> over(int atMost);

    /** Gives a request a place in a window; it must have none in another. */
    void join(RequestId request, WindowId window);

    /** Takes a request out of the window that it is in, if it is in one. */
    void leave(RequestId request, String why);

    /** Has a request held back in its window; empty words release it. */
    void hold(RequestId request, Optional<String> why);

    /** Where a request is; empty where it is in no window. */
    Optional<Place> placeOf(RequestId request);

    /** All places of a window, in the order in which they were taken. */
    List<Place> places(WindowId window);

    /** How many requests have a place in each of these windows; one without any is left out. */
    Map<WindowId, Integer> sizes(Collection<WindowId> windows);

    /** Who left a window, in that order. */
    List<Departure> departures(WindowId window);

    /** The windows that a request has left. */
    Set<WindowId> leftBy(RequestId request);

    /** Keeps other work that is done in a window. */
    void note(MaintenanceWindow window, String who, String what);

    /** The other work of a window, in the order in which it was noted. */
    List<NotedWork> work(WindowId window);
}
