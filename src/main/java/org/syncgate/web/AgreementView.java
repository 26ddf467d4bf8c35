package org.syncgate.web;

import java.util.List;
import java.util.Optional;
import org.syncgate.model.Moments;
import org.syncgate.model.Revisions;
import org.syncgate.request.DeploymentRequest;

/**
 * What is agreed at present.
 *
 * @param words which of the request's agreements it is, and since when
 * @param newer what else has become pending; empty where nothing has
 */
record AgreementView(String words, String newer) {

    static AgreementView of(DeploymentRequest request, Optional<List<String>> pending) {
        int number = request.agreementNumber();
        String earlier = number == 1
                ? ""
                : "; what was agreed before is in the record, and approvals and notices of it no longer count";
        return new AgreementView(
                "No. " + number + ", since " + Moments.time(request.agreedAt()) + earlier,
                pending.filter(revisions ->
                                !revisions.equals(request.agreement().target()))
                        .map(Revisions::brief)
                        .orElse(""));
    }
}
