package org.syncgate.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {

    /** 20 November 2026 is a Friday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 22 * * *          | 2026-11-20T21:59 | 2026-11-20T22:00
                    0 22 * * *          | 2026-11-20T22:00 | 2026-11-21T22:00
                    */15 * * * *        | 2026-11-20T10:01 | 2026-11-20T10:15
                    50/5 3 * * *        | 2026-11-20T03:51 | 2026-11-20T03:55
                    0 9-17/4 * * *      | 2026-11-20T10:00 | 2026-11-20T13:00
                    0 8 * * MON-FRI     | 2026-11-20T08:00 | 2026-11-23T08:00
                    0 8 ? * sun         | 2026-11-20T08:00 | 2026-11-22T08:00
                    30 6 1,15 * *       | 2026-11-20T08:00 | 2026-12-01T06:30
                    0 0 29 2 *          | 2026-11-20T08:00 | 2028-02-29T00:00
                    0 0 1 jan *         | 2026-11-20T08:00 | 2027-01-01T00:00
                    0 8 25 * 6          | 2026-11-20T08:00 | 2026-11-21T08:00
                    0 8 21 * 3          | 2026-11-21T08:00 | 2026-11-25T08:00
                    0 8 */40 * 0        | 2026-11-20T08:00 | 2026-11-22T08:00
                    """)
    void theNextTimeIsLaterThanTheGivenOne(String schedule, LocalDateTime after, LocalDateTime next) {
        assertThat(CronSchedule.parse(schedule).next(after)).contains(next);
    }

    @Test
    void whereBothDaysAreRestrictedEitherWillDo() {
        CronSchedule schedule = CronSchedule.parse("0 8 1 * FRI");

        assertThat(schedule.next(LocalDateTime.parse("2026-11-21T00:00")))
                .contains(LocalDateTime.parse("2026-11-27T08:00"));
        assertThat(schedule.next(LocalDateTime.parse("2026-11-27T09:00")))
                .contains(LocalDateTime.parse("2026-12-01T08:00"));
    }

    @Test
    void aDayThatNeverComesHasNoNextTime() {
        assertThat(CronSchedule.parse("0 0 30 2 *").next(LocalDateTime.parse("2026-11-20T08:00")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "@daily",
                "TZ=UTC 0 8 * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 7",
                "5-3 * * * *",
                "*/0 * * * *",
                "1-2-3 * * * *",
                "1/2/3 * * * *",
                "a * * * *",
                "-1 * * * *",
                "1, * * * *",
                "0 8 * * MONDAY"
            })
    void whatArgoCdCannotReadOrNobodyShouldWriteIsRefused(String schedule) {
        assertThatThrownBy(() -> CronSchedule.parse(schedule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cannot read the schedule '" + schedule + "'");
    }
}
