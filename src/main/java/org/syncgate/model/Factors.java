package org.syncgate.model;

/**
 * What is known of a service that says how formal its deployments ought to be (SQR-056, "axis of formality"). The other
 * two factors are no matter of the service: the tier, and the nature of the change.
 *
 * @param maturity how far it has come
 * @param users how many people depend on it, never negative
 * @param userbase what these people would rather have
 * @param impact the actual harm that a disruption does
 * @param reputation the harm that a disruption does to reputation
 */
public record Factors(Maturity maturity, int users, Userbase userbase, Impact impact, Impact reputation) {

    /** For people, for instance "mature, 300 users, risk-averse, impact high, reputation medium". */
    public String words() {
        return maturity.text() + ", " + users + " users, " + userbase.text() + ", impact " + impact.text()
                + ", reputation " + reputation.text();
    }

    public Factors {
        if (users < 0) {
            throw new IllegalArgumentException("There cannot be fewer users than none: " + users);
        }
    }
}
