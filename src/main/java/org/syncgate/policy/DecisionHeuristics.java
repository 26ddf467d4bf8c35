package org.syncgate.policy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.syncgate.model.Change;
import org.syncgate.model.Factors;
import org.syncgate.model.Formality;
import org.syncgate.model.Tier;

/** The heuristics that {@code syncgate.formality.location} names, read once at the start. */
@Component
class DecisionHeuristics implements Heuristics {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionHeuristics.class);

    private final FormalityDecision decision;

    /** A start form asks for hundreds of applications that share a few services. */
    private final Map<Question, Optional<Formality>> answers = new ConcurrentHashMap<>();

    DecisionHeuristics(FormalityProperties properties) {
        decision = FormalityDecision.read(properties.location());
        LOG.info(
                "The heuristics in force are {}, from {}",
                decision.version(),
                properties.location().getDescription());
    }

    @Override
    public String edition() {
        return decision.version();
    }

    @Override
    public Optional<Formality> of(Factors factors, Tier tier, Change change) {
        return answers.computeIfAbsent(new Question(factors, tier, change), this::answer);
    }

    /** What the check at the start did not try can still have no answer: fail closed. */
    private Optional<Formality> answer(Question question) {
        try {
            return Optional.of(decision.ask(question));
        } catch (IllegalStateException e) {
            LOG.error("{} cannot be evaluated for {}", decision.version(), question, e);
            return Optional.empty();
        }
    }
}
