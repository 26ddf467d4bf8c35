package org.syncgate.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.syncgate.notice.Delivery.Delivered;
import org.syncgate.notice.Notices.Post;

@ExtendWith(OutputCaptureExtension.class)
class LogNoticesTests {

    private final Notices log = new LogNotices(() -> new UUID(0, 7));

    @Test
    void aNoticeIsALogEntryWithAnIdOfItsOwn(CapturedOutput output) {
        assertThat(log.post(new Post("#dm-docs", "Deploy ook", Optional.of("log-1"), false)))
                .isEqualTo(new Delivered("log-00000000-0000-0000-0000-000000000007"));
        assertThat(output)
                .contains("INFO", "Notice log-00000000-0000-0000-0000-000000000007 to #dm-docs, in answer to log-1:")
                .contains(System.lineSeparator() + "    Deploy ook");
    }

    @Test
    void noLineOfATextLooksLikeALineOfTheLog(CapturedOutput output) {
        log.post(new Post(
                "#dm-docs", "Deploy\r2026-11-23 ERROR all is lost\n2026-11-23 INFO fine", Optional.empty(), false));

        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("2026-11-23 "));
    }
}
