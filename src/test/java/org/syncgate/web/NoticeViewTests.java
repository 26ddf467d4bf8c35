package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeViewTests {

    @Test
    void whatWasWrittenIsAboutToBePosted() {
        assertThat(NoticeView.of(APageRequest.written("#one"))).isEqualTo(view("waiting", "About to be posted", "", 0));
    }

    @Test
    void whatFailedSaysWhyAndHowOften() {
        assertThat(NoticeView.of(APageRequest.failed("#one")))
                .isEqualTo(view("failed", "Not delivered yet", "channel_not_found", 2));
    }

    @Test
    void whatWasDeliveredAfterAFailureNoLongerSpeaksOfIt() {
        assertThat(NoticeView.of(APageRequest.delivered("#one")))
                .isEqualTo(view("deployed", "Delivered 20 Nov 2026 18:00:05 UTC", "", 2));
    }

    @Test
    void whatWasAbandonedSaysWhy() {
        assertThat(NoticeView.of(APageRequest.abandoned("#one")))
                .isEqualTo(view("quiet", "Left undelivered", "Withdrawn.", 2));
    }

    private static NoticeView view(String mood, String state, String detail, int tries) {
        return new NoticeView("20 Nov 2026 18:00 UTC", "Announcement", "#one", mood, state, detail, tries);
    }
}
