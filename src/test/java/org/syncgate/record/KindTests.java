package org.syncgate.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindTests {

    private static final Pattern QUOTED = Pattern.compile("`([a-z-]+)`");

    @ParameterizedTest
    @EnumSource
    void itsTextLeadsBackToIt(Kind kind) {
        assertThat(Kind.of(kind.text())).isEqualTo(kind);
    }

    @Test
    void theDocumentationListsAllOfThemAndNothingElse() throws IOException {
        String operation = Files.readString(Path.of("docs/operation.md"));
        int from = operation.indexOf("The kinds, by what they are about:");
        String list = operation.substring(from, operation.indexOf("\n    select", from));

        Set<String> told =
                QUOTED.matcher(list).results().map(MatchResult::group).collect(Collectors.toSet());

        assertThat(told)
                .isEqualTo(Stream.of(Kind.values())
                        .map(kind -> "`" + kind.text() + "`")
                        .collect(Collectors.toSet()));
    }
}
