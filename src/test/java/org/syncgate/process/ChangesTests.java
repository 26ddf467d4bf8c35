package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.demo.Seeded;
import org.syncgate.model.Agreement;
import org.syncgate.request.ARequest;

/** How approvers and channels are told what a sync would change. */
class ChangesTests {

    private static final String PENDING = "idfprod/gafaelfawr";

    @Test
    void whatIsOutOfSyncIsNamedByKindAndNameAndWhatIsInSyncIsNot() {
        assertThat(changes(Seeded.application(PENDING)).resources())
                .containsExactly("ConfigMap gafaelfawr-config", "Deployment gafaelfawr");
    }

    @Test
    void whatWouldBePrunedSaysSo() {
        ObjectNode application = Seeded.application(PENDING);
        differs(application, "Secret", "old-keys").put("requiresPruning", true);

        assertThat(changes(application).resources()).endsWith("Secret old-keys (would be pruned)");
    }

    @Test
    void aHookSaysSo() {
        ObjectNode application = Seeded.application(PENDING);
        differs(application, "Job", "schema-update").put("hook", true);

        assertThat(changes(application).resources()).endsWith("Job schema-update (hook)");
    }

    @Test
    void aHookThatWouldBePrunedSaysBoth() {
        ObjectNode application = Seeded.application(PENDING);
        differs(application, "Job", "old-update").put("hook", true).put("requiresPruning", true);

        assertThat(changes(application).resources()).endsWith("Job old-update (would be pruned) (hook)");
        assertThat(changes(application).brief())
                .isEqualTo(
                        "ConfigMap gafaelfawr-config, Deployment gafaelfawr, Job old-update (would be pruned) (hook)");
    }

    @Test
    void twentyAreListedInFull() {
        List<String> lines = lines(20);

        assertThat(Changes.listed(lines)).isEqualTo(lines);
    }

    @Test
    void whatGoesBeyondTwentyIsCounted() {
        assertThat(Changes.listed(lines(21)))
                .hasSize(21)
                .startsWith("ConfigMap 1")
                .endsWith("ConfigMap 20", "1 more");
        assertThat(Changes.listed(lines(120))).hasSize(21).endsWith("ConfigMap 20", "100 more");
        assertThat(new Changes(lines(21), List.of(), Optional.empty()).brief()).endsWith(", ConfigMap 20, 1 more");
    }

    @Test
    void whereArgoCdNamesNothingThatIsSaid() {
        ObjectNode application = Seeded.application(PENDING);
        application.withObject("/status").remove("resources");

        assertThat(changes(application).resources()).isEmpty();
        assertThat(changes(application).brief()).isEqualTo("nothing that Argo CD names");
    }

    @Test
    void whatIsComparedWithAnotherRevisionThanTheOneAgreedSaysSo() {
        ObjectNode application = Seeded.application(PENDING);
        application.withObject("/status/sync").put("revision", "e".repeat(40));

        assertThat(changes(application).comparedWith()).contains(List.of("e".repeat(40)));
        assertThat(changes(application).brief())
                .isEqualTo("ConfigMap gafaelfawr-config, Deployment gafaelfawr"
                        + " (as compared with eeeeeee, not with what is agreed)");
    }

    @Test
    void theLiveImagesAreNamed() {
        ObjectNode application = Seeded.application(PENDING);
        application.withObject("/status/summary").putArray("images").add("ghcr.io/lsst-sqre/gafaelfawr:9.2.1");

        assertThat(changes(application).images()).containsExactly("ghcr.io/lsst-sqre/gafaelfawr:9.2.1");
    }

    private static Changes changes(ObjectNode application) {
        return Changes.of(LiveApplication.of("idfprod", application), agreed());
    }

    private static Agreement agreed() {
        return ARequest.agreement(Seeded.live(PENDING));
    }

    private static ObjectNode differs(ObjectNode application, String kind, String name) {
        ArrayNode resources = (ArrayNode) application.at("/status/resources");
        return resources.addObject().put("kind", kind).put("name", name).put("status", "OutOfSync");
    }

    private static List<String> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "ConfigMap " + number)
                .toList();
    }
}
