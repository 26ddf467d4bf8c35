package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;

/** What a request's own page tells of its agreement, approvals and notices. */
class RequestPageIT extends AmendJourney {

    @Test
    void whatIsMissingIsNamedAndWhenTheNoticeElapses() {
        DeploymentRequest request = askForApproval("dev");

        String page = awaitPage("dev", request, text -> text.contains("Elapses at"));

        assertThat(page)
                .contains("No. 1, since ", "Missing: <strong>1 of release-managers</strong>")
                .contains("Announcement", "Delivered ")
                .contains(", but not without the okay of 1 of release-managers")
                .doesNotContain("Pending now");
    }

    @Test
    void whoHasApprovedIsNamedWithTheirCommentAsTheyWroteIt() {
        DeploymentRequest request = askForApproval("dev");
        awaitClock(request);
        approve("rel", request, "Looks <b>good</b> to me");

        String page = awaitPage("dev", request, text -> !text.contains("Missing:"));

        assertThat(page)
                .contains("Rita Release", "release-managers", "Looks &lt;b&gt;good&lt;/b&gt; to me")
                .doesNotContain("Looks <b>");
    }

    @Test
    void aRetargetedRequestSaysSoAndHasToBeApprovedAnew() {
        DeploymentRequest request = askForApproval("dev");
        awaitClock(request);
        approve("rel", request, "");
        await().atMost(PATIENCE).until(() -> recorded(request).contains(Kind.APPROVED));
        commit(request);
        assertThat(awaitPage("dev", request, text -> text.contains("Pending now")))
                .contains("<code>0123456</code>");

        amend("dev", request.id().text(), "retarget");

        assertThat(awaitPage("dev", request, text -> text.contains("Announcement (agreement 2)")))
                .contains("No. 2, since ", "Missing: <strong>1 of release-managers</strong>")
                .contains("<code>" + request.agreement().deployed().get(0).substring(0, 7) + " → " + NEWER)
                .doesNotContain("Pending now");
    }

    @Test
    void itsRequesterIsShownTheWayToAmendItAndAdministratorsToWithdrawIt() {
        DeploymentRequest request = askForApproval("dev");

        assertThat(page("dev", request)).contains("processStart=amend-request\">Withdraw or retarget</a>");
        assertThat(page("admin", request)).contains("processStart=amend-request\">Withdraw</a>");
        assertThat(page("dev2", request)).doesNotContain("processStart");

        amend("dev", request.id().text(), "withdraw");
        assertThat(awaitPage("dev", request, text -> !text.contains("processStart")))
                .contains("class=\"mood withdrawn\">Withdrawn</span>")
                .doesNotContain("Missing:", "Earliest sync");
    }

    @Test
    void theWayToItsTaskIsShownToWhoeverCanSeeIt() {
        DeploymentRequest request = askForApproval("dev");

        assertThat(page("rel", request)).contains("href=\"/requests/" + request.id() + "/task\"");
        assertThat(page("dev", request)).doesNotContain("/task\"");
    }

    @Test
    void aVoidAgreementIsCalledThatOnThePageAndInTheList() {
        DeploymentRequest request = askForApproval("dev");
        makeVoid(request);

        assertThat(page("dev", request))
                .contains("mood voided\">Agreement void<", "source has been changed", "Withdraw or retarget")
                .contains("href=\"/requests/" + request.id() + "/task\"");
        assertThat(signedIn("dev").get("/requests").body())
                .containsPattern("(?s)" + request.id() + ".*?mood voided\">Agreement void<.*?source has been changed");
    }

    @Test
    void aRejectedRequestIsListedAsThat() {
        DeploymentRequest request = askForApproval("dev");
        awaitClock(request);
        complete(
                signedIn("rel"),
                awaitTask(request, "approveDeployment"),
                Map.of("decision", "reject", "comment", "Not during the observing run"));
        awaitEnd(request);

        assertThat(signedIn("dev").get("/requests").body())
                .containsPattern("(?s)" + request.id() + ".*?mood rejected\">Rejected<.*?Not during the observing run");
    }

    private String awaitPage(String person, DeploymentRequest request, Predicate<String> shows) {
        return await().atMost(PATIENCE).until(() -> page(person, request), shows);
    }

    private String page(String person, DeploymentRequest request) {
        HttpResponse<String> answer = signedIn(person).get("/requests/" + request.id());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
