package org.syncgate.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncgate.record.Entry;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Departure;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.NotedWork;

/**
 * All there is to show of one window.
 *
 * @param line the window itself
 * @param email where its coordinator is reached; empty where that is not known, or nobody has taken it
 * @param members what is in it, in the order in which they joined
 * @param work what else is worked on, in the order in which it was noted
 * @param departures who left it, in that order
 * @param left the requests that left it
 * @param record what was kept of it, the first first
 * @param names of all people in it, by their ids
 */
public record WindowOverview(
        WindowLine line,
        Optional<String> email,
        List<Member> members,
        List<NotedWork> work,
        List<Departure> departures,
        List<DeploymentRequest> left,
        List<Entry> record,
        Map<String, String> names) {

    /**
     * A request in the window.
     *
     * @param request as it stands
     * @param progress in a word: queued, held, syncing, healthy, failed or over
     * @param obstacle why it is not synced yet, as far as the window is concerned; empty where nothing keeps it, and for
     *     what has been synced already
     */
    public record Member(DeploymentRequest request, String progress, Optional<String> obstacle) {}

    public MaintenanceWindow window() {
        return line.window();
    }
}
