package org.syncgate.gate;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.syncgate.argocd.ArgoCd;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.request.Approvals;
import org.syncgate.request.TimeTalks;
import org.syncgate.request.TimeTerms;
import org.syncgate.window.AFreeze;
import org.syncgate.window.FixedCalendars;
import org.syncgate.window.Freezes;
import org.syncgate.window.Windows;

/** The gate's conditions, all of them, as the application wires them; every application is the science platform's. */
final class AllConditions {

    static final TimeTerms TERMS = new TimeTerms(Duration.ofHours(2), Duration.ofHours(1));

    private AllConditions() {}

    static List<Condition> over(
            WrittenNotices notices, Approvals approvals, Freezes freezes, TimeTalks talks, ArgoCd argoCd, Clock clock) {
        return List.of(
                new AgreedTimeWasTold(talks, notices, clock),
                new AgreementStands(),
                new ArgoCdIsReady(),
                new AtAgreedTime(talks, TERMS, FixedCalendars.everyDayFromOne("science"), argoCd, clock),
                new InItsWindow(mock(Windows.class), mock(Lineup.class)),
                new NotExpired(clock),
                new NotFrozen(freezes, AFreeze.everythingIs("science-platform"), clock),
                new NoticeWasGiven(notices, clock),
                new PracticeHolds(),
                new QuorumStands(approvals));
    }
}
