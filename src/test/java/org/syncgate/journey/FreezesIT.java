package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.Browser;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.FreezeId;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.window.Freeze;
import org.syncgate.window.Freezes;

/** Freezes as an administrator sets, lifts and overrides them in Tasklist, and as everybody sees them. */
@Tag("one-at-a-time")
class FreezesIT extends SyncJourney {

    private static final String FORM = "/forms/freeze-gates.form";
    private static final String WHY = "Proposals are <b>due</b> on Monday";

    @Autowired
    Freezes freezes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    /** The application is shared: other tests' gates must not be shut. */
    @AfterEach
    void nothingStaysFrozen() {
        freezes.notOver(clock.instant()).forEach(freeze -> freezes.lift(freeze.id(), "admin", "Left over by a test"));
    }

    @Test
    void whatIsFrozenWaitsAndIsDeployedOnceTheFreezeIsLifted() {
        Freeze freeze = frozen("idfdev");
        ApplicationId application = pending();
        DeploymentRequest request = ask("dev", application);
        awaitWaiting(request, "The freeze " + freeze.id() + " of every service in idfdev lasts until");
        assertThat(syncs(application)).isZero();

        accepted(start(
                signedIn("admin"),
                "freeze-gates",
                Map.of("action", "lift", "freeze", freeze.id().text(), "reason", "The deadline was put off")));

        assertThat(awaitOutcome(request)).isEqualTo(Outcome.DEPLOYED);
        assertThat(recorded(request)).containsSubsequence(Kind.GATE_WAITS, Kind.SYNC_GRANTED, Kind.DEPLOYED);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(written.of(freeze.id()))
                        .filteredOn(notice -> notice.channel().equals("#com-square"))
                        .filteredOn(notice -> notice.deliveredAt().isPresent())
                        .extracting(Notice::kind)
                        .containsExactly(NoticeKind.FREEZE, NoticeKind.FREEZE_LIFTED));
    }

    @Test
    void anOverrideLetsOneRequestPassAndIsSeenOnItsPageWhileTheOtherWaits() {
        Freeze freeze = frozen("idfdev");
        DeploymentRequest urgent = ask("dev", pending());
        DeploymentRequest other = ask("dev", pending());
        awaitWaiting(urgent, freeze.id().text());
        awaitWaiting(other, freeze.id().text());

        accepted(start(
                signedIn("admin"),
                "freeze-gates",
                Map.of(
                        "action",
                        "override",
                        "freeze",
                        freeze.id().text(),
                        "request",
                        choice(form(), "request", urgent.agreement().application() + ",")
                                .path("value")
                                .asText(),
                        "reason",
                        "It mends the queue itself")));

        assertThat(awaitOutcome(urgent)).isEqualTo(Outcome.DEPLOYED);
        assertThat(syncs(other.agreement().application())).isZero();
        awaitWaiting(other, freeze.id().text());
        assertThat(signedIn("forum").get("/requests/" + urgent.id()).body())
                .contains(
                        "Freeze overridden", "Ada Admin", "It may pass " + freeze.id() + ": It mends the queue itself");
        assertThat(signedIn("forum").get("/freezes").body())
                .containsPattern(
                        "(?s)" + freeze.id() + ".*?" + urgent.id() + ".*?by Ada Admin: It mends the queue itself");
    }

    @ParameterizedTest
    @CsvSource({"dev", "rel", "coord", "tel", "forum"})
    void nobodyButAnAdministratorSetsLiftsOrOverridesAFreeze(String person) {
        Freeze freeze = frozen("idfdev");
        long before = count();
        DeploymentRequest request = ask("dev", pending());
        Browser browser = signedIn(person);

        for (Map<String, Object> fields : List.of(
                set("idfint"),
                Map.<String, Object>of("action", "lift", "freeze", freeze.id().text(), "reason", WHY),
                Map.<String, Object>of(
                        "action",
                        "override",
                        "freeze",
                        freeze.id().text(),
                        "request",
                        request.id().text(),
                        "reason",
                        WHY))) {
            HttpResponse<String> answer = start(browser, "freeze-gates", fields);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(tree(answer.body()).path("message").asText())
                    .isEqualTo(
                            "Only members of syncgate-admins can set, lift or override a freeze. Ask one of them to do"
                                    + " it.");
        }
        assertThat(count()).isEqualTo(before);
        assertThat(freezes.find(freeze.id())).contains(freeze);
        assertThat(freezes.overridesOf(request.id())).isEmpty();
    }

    @Test
    void whoeverIsNotSignedInSeesAndSetsNothing() {
        Browser nobody = new Browser(url());

        assertThat(nobody.get(FORM).statusCode()).isEqualTo(401);
        assertThat(nobody.get("/freezes").body()).doesNotContain("In force");
        assertThat(start(nobody, "freeze-gates", set("idfdev")).statusCode()).isEqualTo(401);
    }

    static Stream<Arguments> entriesThatCannotBeMeant() {
        return Stream.of(
                Arguments.of("action", "thaw", "set, lift or override"),
                Arguments.of("reason", "short", "10 to 2000 characters; it has 5."),
                Arguments.of("to", "", "Say when the freeze ends."),
                Arguments.of("to", "24.12.2026 18:00", "in UTC, like 2026-12-24T18:00"),
                Arguments.of("to", "2020-01-01T00:00", "end in the future"),
                Arguments.of("from", "2020-01-01T00:00", "begin in the past"),
                Arguments.of("services", "everything", "no service everything"),
                Arguments.of("clusters", "the moon", "no cluster the moon"),
                Arguments.of("freeze", "f-1", "'freeze' has no part"),
                Arguments.of("reason", 4711, "'reason' has to be a text"),
                Arguments.of("scope", "everything", "no field scope"));
    }

    @ParameterizedTest
    @MethodSource("entriesThatCannotBeMeant")
    void whatCannotBeMeantIsAnsweredWithASentenceAndLeavesNothing(String field, Object value, String words) {
        long before = count();
        Map<String, Object> fields = new HashMap<>(set("idfdev"));
        fields.put(field, value);

        HttpResponse<String> answer = start(signedIn("admin"), "freeze-gates", fields);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(tree(answer.body()).path("message").asText()).contains(words);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void severalNamesArriveAsTasklistSendsThem() {
        String list = "{\"type\": \"Json\", \"value\": \"[\\\"efd\\\",\\\"squash\\\"]\"}";
        String body = "{\"variables\": {\"action\": {\"value\": \"set\"}, \"to\": {\"value\": \"" + inADay()
                + "\"}, \"services\": " + list + ", \"reason\": {\"value\": \"" + WHY + "\"}}}";

        accepted(signedIn("admin").enginePost("/process-definition/key/freeze-gates/submit-form", body));

        assertThat(latest().terms().scope().services()).containsExactly("efd", "squash");
    }

    @Test
    void theFormListsWhatCanBeFrozenLiftedAndOverridden() {
        Freeze freeze = frozen("idfdev");
        DeploymentRequest covered = ask("dev", pending());
        awaitWaiting(covered, freeze.id().text());
        DeploymentRequest elsewhere = ask("dev", copyOf("idfprod", "gafaelfawr"));

        HttpResponse<String> answer = signedIn("admin").get(FORM);

        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode form = tree(answer.body());
        assertThat(labels(form, "freeze"))
                .singleElement()
                .asString()
                .startsWith(freeze.id() + ": every service in idfdev, until ");
        assertThat(labels(form, "request"))
                .anyMatch(label -> label.startsWith(covered.agreement().application() + ", agreed ")
                        && label.endsWith("(" + covered.id() + ", frozen by " + freeze.id() + ")"))
                .noneMatch(label -> label.contains(elsewhere.id().text()));
        assertThat(labels(form, "services")).contains("efd", "science-platform", "other: whatever no service names");
        assertThat(labels(form, "clusters")).contains("idfdev (science dev)", "summit (telescope prod)");
        assertThat(form.toString()).doesNotContain("there is no freeze");
    }

    @Test
    void whereNothingIsFrozenTheFormSaysSo() {
        assertThat(form().toString()).contains("At the moment there is no freeze that could be lifted or overridden.");
        assertThat(labels(form(), "freeze")).isEmpty();
        assertThat(labels(form(), "request")).isEmpty();
    }

    @Test
    void theStartFormWarnsOfWhatIsFrozenAndOfNothingElse() {
        ApplicationId application = pending();
        Freeze freeze = frozen("idfdev");

        List<JsonNode> warnings = StreamSupport.stream(
                        tree(signedIn("dev")
                                        .get("/forms/deploy-application.form")
                                        .body())
                                .path("components")
                                .spliterator(),
                        false)
                .filter(component -> component.path("text").asText().startsWith("**Frozen until"))
                .toList();

        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.path("text").asText())
                    .contains("[" + freeze.id() + "](/freezes), every service in idfdev: Proposals are \\<b\\>due")
                    .contains("You can ask for it all the same");
            assertThat(warning.at("/conditional/hide").asText())
                    .startsWith("=not(list contains([")
                    .contains("\"" + application + "@")
                    .doesNotContain("\"idfprod/");
        });
    }

    @Test
    void everybodySeesWhatIsFrozenByWhomAndWhyAndHowItEnded() {
        Freeze freeze = frozen("idfdev");

        String current = signedIn("forum").get("/freezes").body();
        assertThat(between(current, "In force and to come", "<h2>Over"))
                .contains(
                        freeze.id() + "<",
                        "every service in idfdev",
                        "Proposals are &lt;b&gt;due&lt;/b&gt;",
                        "Ada Admin")
                .contains("In force</span>");
        assertThat(current).doesNotContain("processStart").contains("href=\"/freezes\"");
        assertThat(signedIn("admin").get("/freezes").body()).contains("processStart=freeze-gates");

        freezes.lift(freeze.id(), "admin", "The deadline was put off");

        String over = signedIn("forum").get("/freezes").body();
        assertThat(between(over, "In force and to come", "<h2>Over")).doesNotContain(freeze.id() + "<");
        assertThat(over.substring(over.indexOf("<h2>Over")))
                .contains(freeze.id() + "<", "Lifted</span>", "by Ada Admin: The deadline was put off");
    }

    private Freeze frozen(String cluster) {
        accepted(start(signedIn("admin"), "freeze-gates", set(cluster)));
        return latest();
    }

    private Map<String, Object> set(String cluster) {
        return Map.of("action", "set", "to", inADay(), "clusters", cluster, "reason", WHY);
    }

    private String inADay() {
        return LocalDateTime.ofInstant(clock.instant().plus(Duration.ofDays(1)), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Freeze latest() {
        long number = jdbc.sql("select max(id) from syncgate.freeze")
                .query(Long.class)
                .single();
        return freezes.find(FreezeId.of(number)).orElseThrow();
    }

    private long count() {
        return jdbc.sql("select count(*) from syncgate.freeze")
                .query(Long.class)
                .single();
    }

    private JsonNode form() {
        return tree(signedIn("admin").get(FORM).body());
    }

    private static List<JsonNode> values(JsonNode form, String field) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .filter(component -> component.path("key").asText().equals(field))
                .flatMap(select -> StreamSupport.stream(select.path("values").spliterator(), false))
                .toList();
    }

    private static List<String> labels(JsonNode form, String field) {
        return values(form, field).stream()
                .map(value -> value.path("label").asText())
                .toList();
    }

    private static JsonNode choice(JsonNode form, String field, String label) {
        return values(form, field).stream()
                .filter(value -> value.path("label").asText().startsWith(label))
                .findFirst()
                .orElseThrow();
    }

    private static String between(String text, String from, String to) {
        return text.substring(text.indexOf(from), text.indexOf(to));
    }
}
