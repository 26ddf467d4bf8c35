package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTests {

    /** The database holds these words, and machines go by them, whatever the classes are called. */
    @Test
    void itIsStoredAndToldByItsText() {
        assertThat(new Standing.Waiting("").text()).isEqualTo("waiting");
        assertThat(new Standing.Voided("").text()).isEqualTo("voided");
        assertThat(new Standing.Syncing("").text()).isEqualTo("syncing");
        assertThat(new Standing.Failed("").text()).isEqualTo("failed");
        assertThat(new Standing.Ended(Outcome.DEPLOYED, "", Instant.EPOCH).text())
                .isEqualTo("ended");
    }
}
