package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.Browser;
import org.syncgate.model.RequestId;
import org.syncgate.model.Subject;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;

/** The record as JSON lines: of one request for everybody, of a period for those who oversee. */
class RecordExportIT extends Journey {

    private static final List<String> FIELDS =
            List.of("id", "at", "subject", "application", "kind", "who", "why", "revisions");

    private static final String MARKUP =
            "<script>alert(1)</script> \"quoted\"\r\nsecond line\ttab \u2028 ünïcödé 🚀 {} \\";

    /** More than there are threads at work in the background, and fewer than there are connections. */
    private static final int SLOW_READERS = 20;

    @Autowired
    HikariDataSource pool;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRequestsRecordIsOneObjectALineInTheOrderInWhichItHappened() {
        DeploymentRequest request = awaitEnd(ask("dev", pending()));

        HttpResponse<String> answer = signedIn("dev2").get("/requests/" + request.id() + "/record.jsonl");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("application/x-ndjson");
        assertThat(header(answer, "Content-Disposition"))
                .startsWith("attachment")
                .contains(request.id() + ".jsonl");
        List<Entry> entries = records.of(request.id());
        List<JsonNode> lines = lines(answer);
        assertThat(lines)
                .hasSameSizeAs(entries)
                .allSatisfy(line -> assertThat(names(line)).isEqualTo(FIELDS));
        assertThat(lines).extracting(line -> line.get("id").asLong()).isSorted().doesNotHaveDuplicates();
        assertThat(lines)
                .extracting(line -> Instant.parse(line.get("at").asText()))
                .isEqualTo(entries.stream().map(Entry::at).toList());
        JsonNode first = lines.get(0);
        assertThat(first.get("kind").asText()).isEqualTo("request-opened");
        assertThat(first.get("subject").asText()).isEqualTo(request.id().text());
        assertThat(first.get("application").asText())
                .isEqualTo(request.agreement().application().toString());
        assertThat(first.get("who").asText()).isEqualTo("dev");
        assertThat(first.get("revisions").get(0).asText())
                .isEqualTo(request.agreement().target().get(0));
    }

    @Test
    void whateverIsInATextItStaysOnItsLine() {
        String day = "1999-03-01";
        append(RequestId.random(), Instant.parse("1999-03-01T12:00:00Z"), MARKUP);
        append(RequestId.random(), Instant.parse("1999-03-01T13:00:00Z"), "");

        List<JsonNode> lines = lines(period("admin", day, "1999-03-02"));

        assertThat(lines).extracting(line -> line.get("why").asText()).containsExactly(MARKUP, "");
        assertThat(lines.get(0).get("application").isNull())
                .as("what concerns no single application says so")
                .isTrue();
        assertThat(lines.get(0).get("revisions").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1998-05-01, 1998-05-02, 1 2",
        "1998-05-01T00:00:00Z, 1998-05-01T12:00:00Z, 1",
        "1998-05-01T00:00:00.000001Z, 1998-05-03, 2 3",
        "1998-05-01T02:00:00-10:00, 1998-05-02T02:00:00+02:00, 2",
        "1998-05-04, 1998-05-05, ''"
    })
    void aPeriodHoldsItsFirstMomentAndNotTheOneAfterIt(String from, String to, String expected) {
        append("1998-05-01T00:00:00Z", "1");
        append("1998-05-01T12:00:00Z", "2");
        append("1998-05-02T00:00:00Z", "3");

        HttpResponse<String> answer = period("coord", from.replace("+", "%2B"), to.replace("+", "%2B"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(header(answer, "Content-Disposition")).contains("syncgate-record-1998");
        assertThat(lines(answer).stream()
                        .map(line -> line.get("why").asText())
                        .distinct()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-11-28, Write from as a date",
        "2026-11-28, '', Write to as a date",
        "yesterday, 2026-11-28, Write from as a date",
        "2026-02-30, 2026-11-28, Write from as a date",
        "2026-11-28T10:00, 2026-11-29, Write from as a date",
        "2026-11-28, 2026-11-28, The period has to end after it begins",
        "2026-11-29, 2026-11-28, The period has to end after it begins",
        "2026-11-28, 999999999-01-01T00:00:00Z, Write to as a date",
        "2026-11-28, %2B999999999-01-01T00:00:00Z, Write to as a date",
        "-0044-03-15, 2026-11-28, Write from as a date",
        "<script>, 2026-11-28, Write from as a date",
        "2026-11-28'; drop table syncgate.record, 2026-11-28, Write from as a date"
    })
    void whatIsNoPeriodIsRefusedInASentence(String from, String to, String sentence) {
        HttpResponse<String> answer =
                period("admin", from.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E"), to);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(header(answer, "Content-Type")).startsWith("text/plain");
        assertThat(answer.body()).startsWith(sentence).doesNotContain("script", "drop");
    }

    @Test
    void aMissingEndIsRefusedInASentence() {
        assertThat(signedIn("admin").get("/record.jsonl?to=2026-11-28").body()).startsWith("Write from as a date");
    }

    @ParameterizedTest
    @CsvSource({"admin, 200", "coord, 200", "rel2, 200", "dev, 403", "tel, 403", "forum, 403"})
    void aPeriodIsForThoseWhoOversee(String person, int status) {
        HttpResponse<String> answer = period(person, "1997-01-01", "1997-01-02");
        String page = signedIn(person).get("/record").body();

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.body())
                    .startsWith("Only members of syncgate-admins, coordinators, release-managers can have the record");
            assertThat(page).contains("Only members of").doesNotContain("<form");
            assertThat(signedIn(person).get("/requests").body()).doesNotContain("\"/record\"");
        } else {
            assertThat(page).contains("action=\"/record.jsonl\"");
            assertThat(signedIn(person).get("/requests").body()).contains("\"/record\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/record", "/record.jsonl?from=2026-11-01&to=2026-11-28", "/requests/r-22222222/record.jsonl"})
    void nobodyIsSentToSignIn(String path) {
        HttpResponse<String> answer = new Browser(url()).get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-22222222", "r-1", "..%2F..%2Fetc%2Fpasswd", "freeze-1"})
    void anUnknownRequestHasNoRecord(String id) {
        assertThat(signedIn("admin").get("/requests/" + id + "/record.jsonl").statusCode())
                .isIn(400, 404);
    }

    @Test
    void itsPageLeadsToARequestsRecord() {
        DeploymentRequest request = awaitEnd(ask("dev", pending()));

        assertThat(signedIn("forum").get("/requests/" + request.id()).body())
                .contains("href=\"/requests/" + request.id() + "/record.jsonl\"");
    }

    @Test
    void aLongPeriodComesWhole() {
        appendMany("1996-01-01T00:00:00Z");

        List<JsonNode> lines = lines(period("admin", "1996-01-01", "1996-02-01"));

        assertThat(lines).hasSize(20_000);
        assertThat(lines).extracting(line -> line.get("id").asLong()).isSorted();
        assertThat(lines.get(19_999).get("why").asText()).startsWith("20000 because");
    }

    @Test
    void thoseWhoReadSlowlyTakeNoConnectionFromOthers() throws IOException {
        appendMany("1995-01-01T00:00:00Z");
        Browser slow = signedIn("admin");
        List<InputStream> unread = new ArrayList<>();
        try {
            for (int reader = 0; reader < SLOW_READERS; reader++) {
                unread.add(slow.open("/record.jsonl?from=1995-01-01&to=1995-02-01"));
            }

            // sooner than the server loses its patience with them
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> pool.getHikariPoolMXBean().getActiveConnections() < SLOW_READERS);
        } finally {
            for (InputStream answer : unread) {
                answer.close();
            }
        }
    }

    /** So much that it does not fit into what lies between the server and a client that does not read. */
    private void appendMany(String from) {
        jdbc.sql("""
                        insert into syncgate.record (at, subject, kind, who, why, revisions)
                        select :from + n * interval '1 second', 'r-22222222', 'gate-waits', 'syncgate',
                            n || repeat(' because', 100), '{}'
                        from generate_series(1, 20000) n
                        """)
                .param("from", Instant.parse(from).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void append(String at, String why) {
        append(RequestId.random(), Instant.parse(at), why);
    }

    private void append(Subject subject, Instant at, String why) {
        records.append(new Entry(at, subject, Optional.empty(), Kind.GATE_WAITS, Entry.SYNCGATE, why, List.of()));
    }

    private HttpResponse<String> period(String person, String from, String to) {
        return signedIn(person).get("/record.jsonl?from=" + from + "&to=" + to);
    }

    private static List<JsonNode> lines(HttpResponse<String> answer) {
        assertThat(answer.body().isEmpty() || answer.body().endsWith("\n"))
                .as("ends with a line's end")
                .isTrue();
        return Stream.of(answer.body().split("\n"))
                .filter(line -> !line.isEmpty())
                .map(Journey::tree)
                .toList();
    }

    private static List<String> names(JsonNode line) {
        Iterable<String> names = line::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
