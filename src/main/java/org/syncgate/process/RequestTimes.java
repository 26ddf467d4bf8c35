package org.syncgate.process;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.syncgate.model.Practice;

/**
 * How long a request may stand still, so that nothing blocks an application for ever.
 *
 * @param expiry a request that the gate has not let through this long after its minimum notice ends
 * @param judgeAgain how often the gate is asked again where no event came
 * @param waitReminder this long after its minimum notice somebody is reminded of a request that still waits
 * @param approvalReminder after this time the groups that are asked to approve are reminded
 * @param approvalExpiry after this time a request that is not approved ends
 * @param failureReminder after this time somebody is reminded of a failed sync
 * @param failureExpiry after this time a failed sync that nobody decided on ends its request
 * @param decisionReminder after this time somebody is reminded of any other task
 * @param decisionExpiry after this time any other task ends, with what it was about
 * @param coordinationExpiry in place of {@code expiry} for a request whose time people have to agree on
 */
@ConfigurationProperties("syncgate.request")
record RequestTimes(
        @DefaultValue("7d") Duration expiry,
        @DefaultValue("1m") Duration judgeAgain,
        @DefaultValue("1d") Duration waitReminder,
        @DefaultValue("4h") Duration approvalReminder,
        @DefaultValue("3d") Duration approvalExpiry,
        @DefaultValue("4h") Duration failureReminder,
        @DefaultValue("3d") Duration failureExpiry,
        @DefaultValue("4h") Duration decisionReminder,
        @DefaultValue("3d") Duration decisionExpiry,
        @DefaultValue("30d") Duration coordinationExpiry) {

    RequestTimes {
        Positive.require("syncgate.request.expiry", expiry);
        Positive.require("syncgate.request.judge-again", judgeAgain);
        reminded("wait-reminder", waitReminder, "expiry", expiry);
        reminded("approval-reminder", approvalReminder, "approval-expiry", approvalExpiry);
        reminded("failure-reminder", failureReminder, "failure-expiry", failureExpiry);
        reminded("decision-reminder", decisionReminder, "decision-expiry", decisionExpiry);
        reminded("decision-reminder", decisionReminder, "coordination-expiry", coordinationExpiry);
    }

    /** When a request ends that was agreed now and that the gate does not let through. */
    Instant expiryOf(Practice practice, Instant now) {
        return now.plus(practice.minimumNotice()).plus(practice.needsAgreedTime() ? coordinationExpiry : expiry);
    }

    private static void reminded(String reminder, Duration after, String end, Duration until) {
        String prefix = "syncgate.request.";
        Positive.require(prefix + reminder, after);
        Positive.require(prefix + end, until);
        if (after.compareTo(until) >= 0) {
            throw new IllegalArgumentException(
                    prefix + reminder + " has to be shorter than " + prefix + end + ", or nobody is reminded in time");
        }
    }
}
