package org.syncgate.notice;

import java.util.List;
import java.util.Optional;
import org.syncgate.model.Subject;

/** All notices that were written, delivered or not. */
public interface WrittenNotices {

    /**
     * Writes a notice for each channel, in the caller's transaction; nothing is sent before that is committed. An
     * agreement is announced once in a channel: where it was already, the notice that exists is answered.
     *
     * @param agreement which of the request's agreements it is about, from 1
     * @param channels where to; what is named twice is written to once
     * @return one notice for each channel, ordered by id
     */
    List<Notice> write(Subject subject, int agreement, NoticeKind kind, List<String> channels, String text);

    /** All notices of one request, window, freeze or bypass in the order in which they were written; empty for an unknown one. */
    List<Notice> of(Subject subject);

    /** How far the announcement of one agreement has come on the channels that its practice names. */
    default Announcement announcement(Subject subject, int agreement, List<String> channels) {
        return Announcement.of(of(subject), agreement, channels);
    }

    /** Reads one notice. */
    Optional<Notice> find(long id);

    /**
     * Gives up what is still undelivered of a request and says what is going to happen, announcements, reminders and
     * times, since that no longer holds, and everything in a channel that has heard of nothing yet. All else says what has happened: it
     * is delivered, however late. It does not wait for what is being posted at that moment, which is passed over.
     */
    void abandonOvertaken(Subject subject, String why);

    /** Gives up one notice, unless it was delivered or given up before. */
    void abandon(long id, String why);

    /** Has a notice tried from the beginning, at once, unless it was delivered or given up. */
    void tryAnew(long id);
}
