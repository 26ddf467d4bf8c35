package org.syncgate.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.syncgate.argocd.AnApplication.pending;
import static org.syncgate.argocd.AnApplication.read;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {

    /** A Friday. */
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final String ACTIVE = "schedule: '0 11 * * *', duration: '2h', ";
    private static final String INACTIVE = "schedule: '0 22 * * *', duration: '2h', ";

    private static List<String> refusals(String windows, Instant now) {
        return new Project(
                        read("{spec: {destinations: [{server: '*', namespace: '*'}], syncWindows: [" + windows + "]}}"))
                .refusals(pending().json(), now);
    }

    private static String window(String rest) {
        return "{applications: ['*'], " + rest + "}";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    no window                                  |                                                               | true
                    an active allow                            | a kind: 'allow'                                               | true
                    an inactive allow                          | i kind: 'allow'                                               | false
                    an inactive allow with manual sync         | i kind: 'allow', manualSync: true                             | true
                    of two inactive allows one without manual  | i kind: 'allow', manualSync: true; i kind: 'allow'            | false
                    an active allow beside an inactive one     | a kind: 'allow'; i kind: 'allow'                              | true
                    an active deny                             | a kind: 'deny'                                                | false
                    an active deny with manual sync            | a kind: 'deny', manualSync: true                              | true
                    of two active denies one without manual    | a kind: 'deny', manualSync: true; a kind: 'deny'              | false
                    an active deny beside an active allow      | a kind: 'deny'; a kind: 'allow'                               | false
                    an inactive deny                           | i kind: 'deny'                                                | true
                    an inactive deny beside an inactive allow  | i kind: 'deny'; i kind: 'allow'                               | false
                    a manual deny goes before a shut allow     | a kind: 'deny', manualSync: true; i kind: 'allow'             | true
                    """)
    void windowsAreWeighedAsArgoCdWeighsThem(String name, String windows, boolean permitted) {
        String json = windows == null
                ? ""
                : Arrays.stream(windows.split("; "))
                        .map(it -> window((it.startsWith("a") ? ACTIVE : INACTIVE) + it.substring(2)))
                        .collect(Collectors.joining(","));

        assertThat(refusals(json, NOON).isEmpty()).isEqualTo(permitted);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    applications: ['gafael*']                                                            | true
                    applications: ['tap']                                                                | false
                    namespaces: ['gafaelfawr']                                                           | true
                    clusters: ['https://kubernetes.default.svc']                                         | true
                    clusters: ['in-cluster']                                                             | false
                    applications: ['tap'], namespaces: ['*']                                             | true
                    andOperator: true, applications: ['tap'], namespaces: ['*']                          | false
                    andOperator: true, applications: ['*'], namespaces: ['*'], clusters: ['https://*']   | true
                    andOperator: true, applications: ['*'], clusters: ['idf*']                           | false
                    andOperator: true, namespaces: ['*']                                                 | true
                    andOperator: true                                                                    | false
                    andOperator: false                                                                   | false
                    """)
    void aWindowIsForWhatItsSelectorsName(String selectors, boolean applies) {
        assertThat(refusals("{kind: 'deny', " + ACTIVE + selectors + "}", NOON).isEmpty())
                .isEqualTo(!applies);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    kind: 'deny', schedule: '0 11 * *', duration: '1h'                                | schedule
                    kind: 'allow', schedule: '0 0 30 2 *', duration: '1h', manualSync: true           | no day that there is
                    kind: 'deny', schedule: '0 11 * * *', duration: '1d'                              | duration
                    kind: 'allow', schedule: '* * * * *', duration: '1h', timeZone: 'America/Tuscon'  | time zone
                    kind: 'Deny', schedule: '0 11 * * *', duration: '1h'                              | kind
                    kind: 'allow', schedule: '* * * * *', duration: '1h', namespaces: ['[']           | pattern
                    """)
    void whatCannotBeReadBlocks(String window, String word) {
        assertThat(refusals("{clusters: ['*'], " + window + "}", NOON))
                .singleElement()
                .asString()
                .startsWith("A sync window of its project blocks")
                .contains(word);
    }

    @Test
    void aShutWindowSaysWhenItOpens() {
        assertThat(refusals(window(INACTIVE + "kind: 'allow'"), NOON))
                .containsExactly("The sync windows of its project are shut; they open at 2026-11-20T22:00:00Z.");
        assertThat(refusals(window(ACTIVE + "kind: 'deny'"), NOON))
                .containsExactly("The sync windows of its project are shut; they open at 2026-11-20T13:00:00Z.");
    }

    @Test
    void anOpeningThatADenyCoversIsNone() {
        String denyTillMonday = window("kind: 'deny', schedule: '0 0 * * FRI', duration: '72h'");

        assertThat(refusals(denyTillMonday + "," + window(INACTIVE + "kind: 'allow'"), NOON))
                .containsExactly("The sync windows of its project are shut; they open at 2026-11-23T22:00:00Z.");
    }

    @Test
    void aPermanentDenyHasNoOpeningInSight() {
        assertThat(refusals(window("kind: 'deny', schedule: '* * * * *', duration: '1h'"), NOON))
                .containsExactly("The sync windows of its project are shut; no opening is in sight.");
    }

    /** 11 to 13 in Tucson, which is 18 to 20 UTC all year: Arizona has no daylight saving. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T17:59:59Z, false",
        "2026-11-20T18:00:01Z, true",
        "2026-07-20T18:00:01Z, true",
        "2026-11-20T19:59:59Z, true",
        "2026-11-20T20:00:01Z, false"
    })
    void aScheduleIsLocalToItsTimeZone(Instant now, boolean open) {
        assertThat(refusals(window(ACTIVE + "kind: 'allow', timeZone: 'America/Phoenix'"), now)
                        .isEmpty())
                .isEqualTo(open);
    }

    /** Chile's clock goes forward on 6 September 2026: 11 o'clock in Santiago is 15 UTC before, 14 UTC after. */
    @ParameterizedTest
    @CsvSource({"2026-09-04T14:30:00Z, false", "2026-09-04T15:30:00Z, true", "2026-09-07T14:30:00Z, true"})
    void aScheduleFollowsDaylightSaving(Instant now, boolean open) {
        assertThat(refusals(window(ACTIVE + "kind: 'allow', timeZone: 'America/Santiago'"), now)
                        .isEmpty())
                .isEqualTo(open);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {server: '*', namespace: '*'}                                                              | true
                    {server: 'https://kubernetes.default.svc', namespace: 'gafael*'}                           | true
                    {name: 'in-cluster', namespace: '*'}                                                       | true
                    {server: 'https://kubernetes.default.svc', namespace: 'tap'}                               | false
                    {server: 'https://other', namespace: '*'}                                                  | false
                    {name: 'other', namespace: '*'}                                                            | false
                    {server: '*', namespace: '*'}, {server: '*', namespace: '!gafaelfawr'}                     | false
                    {server: '*', namespace: '!tap'}                                                           | true
                    {server: '*', namespace: '*'}, {server: '!https://kubernetes.default.svc', namespace: '*'} | false
                    {server: '*', namespace: '*'}, {name: '!in-cluster', namespace: 'x'}                       | false
                    """)
    void theDestinationHasToBePermitted(String destinations, boolean permitted) {
        Project project = new Project(read("{spec: {destinations: [" + destinations + "]}}"));

        assertThat(project.refusals(pending().json(), NOON))
                .isEqualTo(
                        permitted ? List.of() : List.of("Its project infrastructure does not permit its destination."));
    }

    @Test
    void aProjectWithoutDestinationsPermitsNone() {
        assertThat(new Project(read("{spec: {}}")).refusals(pending().json(), NOON))
                .hasSize(1);
    }

    @Test
    void whatOnlyArgoCdCanTellIsLeftToIt() {
        AnApplication byName =
                pending().without("/spec/destination/server").with("/spec/destination/name", "'idfprod'");

        assertThat(new Project(read("{spec: {destinations: [{server: 'https://10.0.0.1', namespace: '*'}]}}"))
                        .refusals(byName.json(), NOON))
                .isEmpty();
        assertThat(new Project(read("{spec: {destinations: [{server: 'https://10.0.0.1', namespace: 'tap'}]}}"))
                        .refusals(byName.json(), NOON))
                .hasSize(1);
        assertThat(new Project(read("{spec: {destinations: [{name: 'idfint', namespace: '*'}]}}"))
                        .refusals(byName.json(), NOON))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{server: '[', namespace: '*'}", "{server: '*', namespace: '!{'}"})
    void aDestinationPatternThatCannotBeReadIsARefusal(String destination) {
        assertThat(new Project(read("{spec: {destinations: [" + destination + "]}}"))
                        .refusals(pending().json(), NOON))
                .singleElement()
                .asString()
                .contains("cannot read the pattern");
    }

    @Test
    void anApplicationWithoutAProjectIsInTheDefaultOne() {
        assertThat(Project.nameOf(pending().without("/spec/project").json())).isEqualTo("default");
        assertThat(Project.nameOf(pending().with("/spec/project", "''").json())).isEqualTo("default");
    }
}
