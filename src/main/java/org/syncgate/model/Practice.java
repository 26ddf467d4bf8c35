package org.syncgate.model;

import java.time.Duration;
import java.util.List;

/**
 * What policy answers for one cell. It is kept with the request, so that changing the table changes no request in
 * flight.
 *
 * @param edition the edition that answered, with its version
 * @param path how to get there
 * @param minimumNotice at least this long between the delivered notice and the sync; zero where none is asked for
 * @param channels who is told; empty where nobody has to be. In the table the word {@code service} means the service's
 *     own; with a request its channels stand here themselves
 * @param approvals who has to approve; empty where nobody has to
 * @param window whether a maintenance window is needed
 * @param coordinateWith groups that have to agree on the time; empty where none has to. In the table the word
 *     {@code service} means the service's stakeholders; with a request they stand here themselves
 * @param words the cell's own words
 */
public record Practice(
        String edition,
        Path path,
        Duration minimumNotice,
        List<String> channels,
        List<Quorum> approvals,
        boolean window,
        List<String> coordinateWith,
        String words) {

    /** What a table calls the channels and the stakeholders that the service's configuration names. */
    public static final String OWN = "service";

    public Practice {
        if (minimumNotice.isNegative()) {
            throw new IllegalArgumentException("A minimum notice cannot be negative: " + minimumNotice);
        }
        channels = List.copyOf(channels);
        approvals = List.copyOf(approvals);
        coordinateWith = List.copyOf(coordinateWith);
    }

    /** Whether nothing has to happen before the sync: no notice, no approval, no window, no co-ordination. */
    public boolean asksForNothing() {
        return minimumNotice.isZero()
                && channels.isEmpty()
                && approvals.isEmpty()
                && coordinateWith.isEmpty()
                && !window;
    }

    /** Whether the sync comes at a time that people have agreed on. */
    public boolean needsAgreedTime() {
        return path == Path.OUT_OF_HOURS || !coordinateWith.isEmpty();
    }

    /** The same practice with more words. */
    public Practice explained(String more) {
        return new Practice(
                edition, path, minimumNotice, channels, approvals, window, coordinateWith, words + " " + more);
    }

    /** The same practice with other channels, and other groups to co-ordinate with. */
    public Practice with(List<String> channels, List<String> coordinateWith) {
        return new Practice(edition, path, minimumNotice, channels, approvals, window, coordinateWith, words);
    }
}
