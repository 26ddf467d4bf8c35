package org.syncgate.policy;

import java.util.Map;
import java.util.stream.Stream;
import org.syncgate.model.Change;
import org.syncgate.model.Factors;
import org.syncgate.model.Impact;
import org.syncgate.model.Maturity;
import org.syncgate.model.Tier;
import org.syncgate.model.Userbase;

/** What the heuristics are asked: the factors of SQR-056's axis of formality. */
record Question(Factors factors, Tier tier, Change change) {

    /** As the decision's inputs are called. */
    Map<String, Object> inputs() {
        return Map.of(
                "maturity", factors.maturity().text(),
                "users", factors.users(),
                "tier", tier.text(),
                "userbase", factors.userbase().text(),
                "impact", factors.impact().text(),
                "reputation", factors.reputation().text(),
                "change", change.text());
    }

    /** Every combination of factors with one number of users. */
    static Stream<Question> all(int users) {
        return Stream.of(Maturity.values())
                .flatMap(maturity -> Stream.of(Userbase.values())
                        .flatMap(userbase -> Stream.of(Impact.values())
                                .flatMap(impact -> Stream.of(Impact.values())
                                        .map(reputation ->
                                                new Factors(maturity, users, userbase, impact, reputation)))))
                .flatMap(factors -> Stream.of(Tier.values())
                        .flatMap(
                                tier -> Stream.of(Change.values()).map(change -> new Question(factors, tier, change))));
    }
}
