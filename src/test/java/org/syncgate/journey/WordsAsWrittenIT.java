package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.demo.Behaviour;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;

/** Unusual but honest entries are kept and shown as they were written. */
class WordsAsWrittenIT extends Refusals {

    private static final String TWO_UNITS = "🚀";

    @Test
    void markupIsStoredUnchangedAndShownAsText() {
        String reason = "<script>alert('x')</script> & \"quotes\" ${7*7} {{ticket}} 🚀 naïve\nsecond line";
        String ticket = "\"><img src=x onerror=alert(1)>";
        ApplicationId application = pending();
        Map<String, Object> fields = with(application, "reason", reason);
        fields.put("ticket", ticket);

        DeploymentRequest request = accepted(application, fields);

        assertThat(request.wish().reason()).isEqualTo(reason);
        assertThat(request.wish().ticket()).isEqualTo(ticket);
        assertThat(records.of(request.id()).get(0).why()).isEqualTo(reason);
        HttpResponse<String> page = signedIn("dev").get("/requests/" + request.id());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "&lt;script&gt;alert(", "&lt;/script&gt; &amp; &quot;quotes&quot; ${7*7} {{ticket}} 🚀 naïve\n")
                .contains("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<script>alert", "<img");
        assertThat(signedIn("dev").get("/requests").body()).doesNotContain("<script>alert", "<img");
    }

    @Test
    void theReasonIsMeasuredInCharactersAndNotInUtf16Units() {
        ApplicationId application = pending();
        String reason = TWO_UNITS.repeat(2000);

        assertThat(accepted(application, with(application, "reason", reason))
                        .wish()
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void theTicketIsMeasuredInCharactersAndNotInUtf16Units() {
        ApplicationId application = pending();
        String ticket = TWO_UNITS.repeat(200);

        assertThat(accepted(application, with(application, "ticket", ticket))
                        .wish()
                        .ticket())
                .isEqualTo(ticket);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 2000})
    void theLimitsOfTheReasonArePermitted(int length) {
        ApplicationId application = pending();

        assertThat(accepted(application, with(application, "reason", "x".repeat(length)))
                        .wish()
                        .reason())
                .hasSize(length);
    }

    @Test
    void aTicketMayBeLeftOut() {
        ApplicationId application = pending();

        assertThat(accepted(application, without(application, "ticket")).wish().ticket())
                .isEmpty();
    }

    @Test
    void whiteSpaceAroundAnEntryIsNotKept() {
        ApplicationId application = pending();

        assertThat(accepted(application, with(application, "reason", "  Needed for tonight \n"))
                        .wish()
                        .reason())
                .isEqualTo("Needed for tonight");
    }

    /** Opens a request that stays open, so that it can be looked at. */
    private DeploymentRequest accepted(ApplicationId application, Map<String, Object> fields) {
        cluster(application.cluster()).behave(application.name(), Behaviour.neverFinishes());
        HttpResponse<String> answer = start(signedIn("dev"), fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return requests.openFor(application).orElseThrow();
    }
}
