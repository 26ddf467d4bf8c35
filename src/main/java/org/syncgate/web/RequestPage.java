package org.syncgate.web;

import java.util.List;
import java.util.Optional;

/**
 * All that one request's own page shows.
 *
 * @param window the maintenance window that it is in, or was synced in
 * @param notices the latest first
 * @param bypasses what went past the gate while it was open, the first first
 * @param entries its record, the first first
 * @param hasTask whether there is a task of it that the reader may see
 * @param amend what the reader may do to it, for instance "Withdraw or retarget"; empty where they may not
 */
record RequestPage(
        RequestView request,
        FactsView facts,
        AgreementView agreement,
        ApprovalsView approvals,
        AgreedTimeView agreedTime,
        NoticeClockView clock,
        Optional<WindowRow> window,
        List<NoticeView> notices,
        List<BypassView> bypasses,
        List<EntryView> entries,
        boolean hasTask,
        String amend) {

    /** What it shows, parted by spaces. */
    public String about() {
        return request.id() + window.map(row -> " " + row.id()).orElse("");
    }
}
