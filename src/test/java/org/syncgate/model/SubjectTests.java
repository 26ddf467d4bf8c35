package org.syncgate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTests {

    @Test
    void eachKindIsReadBackFromItsText() {
        assertThat(Subject.parse("r-23456789")).contains(new RequestId("r-23456789"));
        assertThat(Subject.parse("telescope/2026-12-02"))
                .contains(new WindowId("telescope", LocalDate.of(2026, 12, 2)));
        assertThat(Subject.parse("f-12")).contains(FreezeId.of(12));
        assertThat(FreezeId.of(12).number()).isEqualTo(12);
        assertThat(Subject.parse("b-12")).contains(BypassId.of(12));
        assertThat(BypassId.of(12).number()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "telescope",
                "/2026-12-02",
                "telescope/2026-02-30",
                "telescope/2026-13-01",
                "telescope/2026-12-2",
                "telescope/2026-12-02/1",
                "Telescope/2026-12-02",
                "../2026-12-02",
                "f-0",
                "f-",
                "f-01",
                "f-1 ",
                "b-0",
                "b-1x",
                "r-1"
            })
    void nothingElseIsASubject(String text) {
        assertThat(Subject.parse(text)).isEmpty();
    }

    @Test
    void aCalendarsNameIsLowerCaseWords() {
        LocalDate day = LocalDate.of(2026, 12, 2);

        assertThatThrownBy(() -> new WindowId("../x", day)).isInstanceOf(IllegalArgumentException.class);
    }
}
