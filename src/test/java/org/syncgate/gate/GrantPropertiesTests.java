package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;

/** Whatever happens in whatever order: what the rules forbid is not granted, and what they permit is. */
class GrantPropertiesTests {

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void noHistoryIsGrantedWhatTheRulesForbid(@ForAll("anyHistories") History history) {
        RealCourse real = real(history);
        RuledCourse ruled = ruled(history);
        boolean anyGrant = false;
        boolean agreedAnew = false;
        for (Event event : history.events()) {
            boolean granted = event.grants(real);
            boolean permitted = event.grants(ruled);
            assertThat(granted && !permitted).as("granted and forbidden").isFalse();
            if (granted != permitted) {
                return;
            }
            anyGrant |= granted;
            agreedAnew |= granted && real.agreements() > 1;
        }
        Practice practice = history.practice();
        oftenEnough("granted", anyGrant, 10);
        oftenEnough("granted after a retarget", agreedAnew, 5);
        oftenEnough(
                "granted after notice on two channels",
                anyGrant && practice.channels().size() > 1,
                2);
        oftenEnough("granted at an agreed time", anyGrant && practice.path() == Path.OUT_OF_HOURS, 2);
        oftenEnough(
                "granted after several okays", anyGrant && practice.approvals().size() > 1, 2);
    }

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void everyHistoryIsGrantedWhatTheRulesPermit(@ForAll("anyHistories") History history) {
        RealCourse real = real(history);
        RuledCourse ruled = ruled(history);
        for (Event event : history.events()) {
            boolean granted = event.grants(real);
            boolean permitted = event.grants(ruled);
            assertThat(permitted && !granted).as("permitted and refused").isFalse();
            if (granted != permitted) {
                return;
            }
        }
    }

    /** Without the rules read a second time: nothing that happened before keeps an open request from being granted. */
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whoeverDoesWhatIsAskedIsGrantedWhateverHappenedBefore(
            @ForAll("beginningsAndDiligence") Tuple2<History, List<Event>> history) {
        RealCourse real = real(history.get1());
        history.get1().events().forEach(event -> event.grants(real));
        Assume.that(!real.isOver());

        assertThat(history.get2().stream().map(event -> event.grants(real)).toList())
                .endsWith(true);
    }

    @Provide
    Arbitrary<Tuple2<History, List<Event>>> beginningsAndDiligence() {
        return Histories.practices()
                .flatMap(practice -> Combinators.combine(Histories.events(), Histories.diligence(practice))
                        .as((events, diligence) -> Tuple.of(new History(practice, events), diligence)));
    }

    @Provide
    Arbitrary<History> anyHistories() {
        return Histories.anyPractices()
                .flatMap(practice -> Combinators.combine(Histories.events(), Histories.slips(practice))
                        .as((events, diligent) -> new History(practice, joined(events, diligent))));
    }

    /** What never happens proves nothing. */
    private static void oftenEnough(String what, boolean happened, int percent) {
        Statistics.label(what)
                .collect(happened)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > percent));
    }

    private static List<Event> joined(List<Event> some, List<Event> more) {
        List<Event> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static RealCourse real(History history) {
        return new RealCourse(history.practice(), Histories.DEPLOYED, Histories.PENDING, Histories.BRANCH);
    }

    private static RuledCourse ruled(History history) {
        return new RuledCourse(history.practice(), Histories.DEPLOYED, Histories.PENDING, Histories.BRANCH);
    }
}
