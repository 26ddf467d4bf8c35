package org.syncgate.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.access.Person;
import org.syncgate.bypass.Bypass;
import org.syncgate.bypass.Bypasses;
import org.syncgate.notice.Notice;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.process.Amendables;
import org.syncgate.process.Expiry;
import org.syncgate.process.RequestTasks;
import org.syncgate.process.WindowOverviews;
import org.syncgate.record.Entry;
import org.syncgate.record.Records;
import org.syncgate.request.Approval;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Tally;
import org.syncgate.request.TimeTalks;

/** Gathers what there is to show of one request. */
@Component
class RequestPages {

    private final Records records;
    private final Approvals approvals;
    private final TimeTalks talks;
    private final WrittenNotices notices;
    private final Bypasses bypasses;
    private final Amendables amendables;
    private final RequestTasks tasks;
    private final People people;
    private final WindowOverviews windows;
    private final Expiry expiry;
    private final Clock clock;

    RequestPages(
            Records records,
            Approvals approvals,
            TimeTalks talks,
            WrittenNotices notices,
            Bypasses bypasses,
            Amendables amendables,
            RequestTasks tasks,
            People people,
            WindowOverviews windows,
            Expiry expiry,
            Clock clock) {
        this.records = records;
        this.approvals = approvals;
        this.talks = talks;
        this.notices = notices;
        this.bypasses = bypasses;
        this.amendables = amendables;
        this.tasks = tasks;
        this.people = people;
        this.windows = windows;
        this.expiry = expiry;
        this.clock = clock;
    }

    RequestPage of(DeploymentRequest request, Person reader) {
        List<Entry> entries = records.of(request.id());
        // whoever asked stands in the first entry, and whoever approved in a later one
        Map<String, String> names =
                people.namesOf(entries.stream().map(Entry::who).toList());
        List<Notice> written = notices.of(request.id());
        List<Approval> given = approvals.of(request.id(), request.agreementNumber());
        Tally tally = Tally.of(request, given);
        AgreedTimeView time = AgreedTimeView.of(request, talks.of(request.id(), request.agreementNumber()), names);
        return new RequestPage(
                RequestView.of(request, names),
                FactsView.of(request, expiry.of(request, tally)),
                AgreementView.of(request, request.isOpen() ? amendables.pending(request) : Optional.empty()),
                ApprovalsView.of(request, given, tally.missing(), names),
                time,
                NoticeClockView.of(request, written, tally.missing(), clock.instant())
                        .at(time),
                windows.of(request.id()).map(WindowRow::of),
                latestFirst(written),
                bypasses(request),
                entries.stream().map(entry -> EntryView.of(entry, names)).toList(),
                request.isOpen() && tasks.find(request, reader).isPresent(),
                amend(request, reader));
    }

    private List<BypassView> bypasses(DeploymentRequest request) {
        List<Bypass> found = bypasses.of(request.id());
        Map<String, String> names =
                people.namesOf(found.stream().flatMap(BypassView::people).toList());
        return found.stream().map(bypass -> BypassView.of(bypass, names)).toList();
    }

    private static List<NoticeView> latestFirst(List<Notice> written) {
        List<NoticeView> views =
                new ArrayList<>(written.stream().map(NoticeView::of).toList());
        Collections.reverse(views);
        return views;
    }

    private String amend(DeploymentRequest request, Person reader) {
        if (!amendables.mayAmend(reader, request)) {
            return "";
        }
        return request.wish().requester().equals(reader.id()) ? "Withdraw or retarget" : "Withdraw";
    }
}
