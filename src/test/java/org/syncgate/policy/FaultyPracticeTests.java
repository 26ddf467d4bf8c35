package org.syncgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.syncgate.start.StartRefused;

/** A table that could answer wrongly does not load: each fault is told with the property and the rule. */
class FaultyPracticeTests {

    /** Each line spoils one thing of the shipped table. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    id="deployment-practice"       | id="practice"                | it has no decision with the id 'deployment-practice'
                    hitPolicy="UNIQUE"             | hitPolicy="FIRST"            | its hit policy is FIRST: set it to UNIQUE
                    camunda:versionTag="SQR-056 (2021)" | camunda:versionTag=" "  | the decision has no version tag: write the edition's name there
                    </definitions>                 | </definition>                | it is no DMN:
                    <text>disruption</text>        | <text>outage</text>          | the input column 'disruption' is missing
                    <text>disruption</text>        | <text>outage</text>          | the input column 'outage' is unknown; there are service, deployment, tier, disruption, formality
                    <text>disruption</text>        | <text>tier</text>            | the input column 'tier' is there twice
                    <text>formality</text>         | <text>tier</text>            | the input column 'tier' is there twice
                    <text>disruption</text>        | <text>formality</text>       | the input column 'formality' is there twice
                    name="approvals"               | name="okays"                 | the output column 'approvals' is missing
                    name="approvals"               | name="okays"                 | the output column 'okays' is unknown; there are path, minimumNotice, channels, approvals, window, coordinateWith
                    <text>"courtesy-notice"</text> | <text>"courtesy"</text>      | rule 3 (sciencePlatformScienceInt), path: 'courtesy' is none of automatic, at-will, courtesy-notice,
                    <text>"courtesy-notice"</text> | <text></text>                | rule 3 (sciencePlatformScienceInt), path: '' is none of
                    <text>"courtesy-notice"</text> | <text>courtesy</text>        | rule 3 (sciencePlatformScienceInt), path: courtesy is neither text in double quotes nor true or false
                    "PT1H"                         | "1 hour"                     | rule 3 (sciencePlatformScienceInt), minimumNotice: '1 hour' is not an ISO 8601 duration like PT24H or P7D
                    "PT1H"                         | "PT-1H"                      | rule 3 (sciencePlatformScienceInt), minimumNotice: 'PT-1H' is negative
                    <text>"#rsp-team"</text>       | <text>"rsp team"</text>      | rule 3 (sciencePlatformScienceInt), channels: 'rsp team' is neither a channel like #rsp-team, or C0123456789 for a private one, nor the word service
                    <text>"#rsp-team"</text>       | <text></text>                | rule 3 (sciencePlatformScienceInt), channels: the path courtesy-notice needs a channel to tell
                    release-managers:1             | release-managers:none        | rule 4 (sciencePlatformScienceProd), approvals: 'release-managers:none' is not a group and how many of it, like release-managers:1
                    release-managers:1             | release-managers:0           | rule 4 (sciencePlatformScienceProd), approvals: 'release-managers:0' is not a group and how many of it
                    release-managers:1             | release-manager:1            | rule 4 (sciencePlatformScienceProd), approvals: 'release-manager:1' asks none of the groups that there are: developers, release-managers,
                    "release-managers:1"           | ""                           | rule 4 (sciencePlatformScienceProd), approvals: the path release-manager-approval needs somebody who approves
                    <text>true</text>              | <text>false</text>           | rule 7 (sciencePlatformTelescopeInt), window: the path maintenance-window needs true here
                    <text>true</text>              | <text>"yes"</text>           | rule 7 (sciencePlatformTelescopeInt), window: 'yes' is neither true nor false
                    <text>"automatic"</text>       | <text>"maintenance-window"</text> | rule 1 (sciencePlatformScienceBleed), window: the path maintenance-window needs true here
                    <text>"courtesy-notice"</text> | <text>"at-will"</text>       | rule 3 (sciencePlatformScienceInt), path: at-will asks for nothing, so minimumNotice has to be PT0S
                    <text>"forum-team"</text>      | <text>"#forum"</text>        | rule 22 (communityProdDisrupted), coordinateWith: '#forum' is neither the word service nor one of the groups that there are: developers, release-managers,
                    <text>"forum-team"</text>      | <text></text>                | rule 22 (communityProdDisrupted), coordinateWith: the path out-of-hours needs somebody to agree the time with
                    <description>Automatic</description> | <description> </description> | rule 1 (sciencePlatformScienceBleed), it has no annotation: write the cell's own words there
                    <text>"bleed"</text>           | <text>"bleeding"</text>      | rule 1 (sciencePlatformScienceBleed), tier: 'bleeding' is none of bleed, dev, int, prod
                    <text>"none", "expected"</text> | <text>"no"</text>           | rule 4 (sciencePlatformScienceProd), disruption: 'no' is none of none, expected, extended
                    <text>"courtesy-notice"</text> | <text>"team-consensus"</text> | rule 3 (sciencePlatformScienceInt), approvals: the path team-consensus needs somebody who approves, like release-managers:1
                    <text>"courtesy-notice"</text> | <text>"change-board"</text>  | rule 3 (sciencePlatformScienceInt), approvals: the path change-board needs somebody who approves
                    <text>"release-manager-approval"</text> | <text>"courtesy-notice"</text> | rule 4 (sciencePlatformScienceProd), approvals: on the path courtesy-notice nobody would be asked; leave it empty, or take the path team-consensus or release-manager-approval
                    <text>"maintenance-window"</text> | <text>"courtesy-notice"</text> | rule 7 (sciencePlatformTelescopeInt), window: the path courtesy-notice waits for no window; write false, or take the path maintenance-window
                    <text>"out-of-hours"</text>    | <text>"courtesy-notice"</text> | rule 22 (communityProdDisrupted), coordinateWith: on the path courtesy-notice no time is agreed with anybody; leave it empty, or take the path out-of-hours
                    <text>"release-manager-approval"</text> | <text>"out-of-hours"</text> | rule 4 (sciencePlatformScienceProd), approvals: on the path out-of-hours nobody would be asked to approve; leave it empty, and name in coordinateWith who agrees on the time
                    <text>"maintenance-window"</text> | <text>"out-of-hours"</text> | rule 7 (sciencePlatformTelescopeInt), window: the path out-of-hours waits for no window; write false
                    <text>"team-consensus"</text>  | <text>"consensus"</text>     | rule 24 (otherTeamConsensus), formality: 'consensus' is none of continuous-deployment, team-consensus, release-manager, change-board
                    <text>"team-consensus"</text>  | <text>"release-manager"</text> | the rules otherTeamConsensus and otherReleaseManager match at once: narrow one of them
                    <text>"team-consensus"</text>  | <text>starts with(</text>    | a condition cannot be evaluated:
                    <text>"none", "expected"</text> | <text></text>               | the rules sciencePlatformScienceProd and extendedDowntimeProd match at once: narrow one of them
                    <text>"bleed"</text>           | <text>starts with(</text>    | a condition cannot be evaluated:
                    """)
    void aSpoiltTableIsRefusedWithTheRuleAndTheReason(String right, String wrong, String sentence) throws IOException {
        String shipped =
                new ClassPathResource("bpmn/deployment-practice.dmn").getContentAsString(StandardCharsets.UTF_8);
        assertThat(shipped.contains(right))
                .as("%s is in the table that is shipped: spoil something else if the table has changed", right)
                .isTrue();
        String spoilt = spoil(shipped, right, wrong == null ? "" : wrong);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> PracticeTable.read(
                        new ByteArrayResource(spoilt.getBytes(StandardCharsets.UTF_8), "spoilt.dmn")))
                .withMessageStartingWith(
                        "syncgate.practice.location names Byte array resource [spoilt.dmn], which cannot be used")
                .withMessageContaining("\n- " + sentence);
    }

    @Test
    void aWindowWithSomebodyToAgreeATimeWithIsRefused() throws IOException {
        String shipped =
                new ClassPathResource("bpmn/deployment-practice.dmn").getContentAsString(StandardCharsets.UTF_8);
        int cell = shipped.indexOf("sciencePlatformTelescopeIntCoordinateWith");
        String spoilt = shipped.substring(0, cell)
                + spoil(shipped.substring(cell), "<text></text>", "<text>\"forum-team\"</text>");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> PracticeTable.read(
                        new ByteArrayResource(spoilt.getBytes(StandardCharsets.UTF_8), "spoilt.dmn")))
                .withMessageContaining("rule 7 (sciencePlatformTelescopeInt), coordinateWith: on the path"
                        + " maintenance-window no time is agreed with anybody");
    }

    private static String spoil(String text, String right, String wrong) {
        int at = text.indexOf(right);
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }
}
