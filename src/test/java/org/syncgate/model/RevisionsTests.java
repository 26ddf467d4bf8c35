package org.syncgate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionsTests {

    private static final String COMMIT = "1a954628a960aaef81d7b2d4521929579f3541e6";

    @Test
    void aCommitIsCutToSevenCharactersAsGitDoes() {
        assertThat(Revisions.brief(List.of(COMMIT))).isEqualTo("1a95462");
    }

    @Test
    void eachSourceHasItsOwn() {
        assertThat(Revisions.brief(List.of(COMMIT, "2b954628a960aaef81d7b2d4521929579f3541e6")))
                .isEqualTo("1a95462 + 2b95462");
    }

    @Test
    void whatIsShorterStaysWhole() {
        assertThat(Revisions.brief(List.of("1.2.3"))).isEqualTo("1.2.3");
    }

    @Test
    void noRevisionReadsAsNothing() {
        assertThat(Revisions.brief(List.of())).isEqualTo("nothing");
    }
}
