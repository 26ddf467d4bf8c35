package org.syncgate.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    *                  | https://a.b/c | true
                    tap                | tap           | true
                    tap                | tap-schema    | false
                    tap*               | tap-schema    | true
                    t?p                | tap           | true
                    t?p                | tp            | false
                    https://*.svc      | https://k.svc | true
                    a.b                | axb           | false
                    [st]ap             | sap           | true
                    [!st]ap            | tap           | false
                    [a-c]              | b             | true
                    {tap,efd}-*        | efd-kafka     | true
                    {tap,efd}-*        | sap-x         | false
                    a,b                | a,b           | true
                    \\*                | *             | true
                    \\*                | x             | false
                    """)
    void itMatchesAsArgoCdDoes(String glob, String text, boolean matches) {
        assertThat(Glob.parse(glob).matches(text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a", "{a,b", "a}", "[]"})
    void whatIsNoPatternIsRefused(String glob) {
        assertThatThrownBy(() -> Glob.parse(glob))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot read the pattern '" + glob + "'");
    }
}
