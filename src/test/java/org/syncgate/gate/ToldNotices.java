package org.syncgate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.Subject;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;

/** Notices in memory, for a gate that only reads them. */
final class ToldNotices implements WrittenNotices {

    private final List<Notice> notices = new ArrayList<>();

    static ToldNotices of(Notice... notices) {
        ToldNotices told = new ToldNotices();
        told.notices.addAll(List.of(notices));
        return told;
    }

    void add(Notice notice) {
        notices.add(notice);
    }

    void replace(Notice before, Notice after) {
        notices.set(notices.indexOf(before), after);
    }

    @Override
    public List<Notice> of(Subject request) {
        return notices.stream()
                .filter(notice -> notice.subject().equals(request))
                .toList();
    }

    @Override
    public List<Notice> write(Subject request, int agreement, NoticeKind kind, List<String> channels, String text) {
        throw new UnsupportedOperationException("The gate writes no notice");
    }

    @Override
    public Optional<Notice> find(long id) {
        throw new UnsupportedOperationException("The gate reads all of a request");
    }

    @Override
    public void abandonOvertaken(Subject request, String why) {
        throw new UnsupportedOperationException("The gate gives up no notice");
    }

    @Override
    public void abandon(long id, String why) {
        throw new UnsupportedOperationException("The gate gives up no notice");
    }

    @Override
    public void tryAnew(long id) {
        throw new UnsupportedOperationException("The gate tries no notice anew");
    }
}
