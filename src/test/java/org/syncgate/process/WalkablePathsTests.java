package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncgate.model.Path;

class WalkablePathsTests {

    @Test
    void onlyAPathWithAModelCanBeWalked() {
        WalkablePaths paths = new WalkablePaths(Set.of(Path.AT_WILL));

        assertThat(paths.has(Path.AT_WILL)).isTrue();
        assertThat(paths.has(Path.COURTESY_NOTICE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"AT_WILL, path-at-will", "RELEASE_MANAGER_APPROVAL, path-release-manager-approval"})
    void aPathsProcessIsNamedAfterIt(Path path, String process) {
        assertThat(WalkablePaths.process(path)).isEqualTo(process);
    }
}
