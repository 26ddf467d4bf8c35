package org.syncgate.policy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.syncgate.model.Cell;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;

/** The edition that {@code syncgate.practice.location} names, read once at the start. */
@Component
class DecisionTablePolicy implements Policy {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionTablePolicy.class);

    private final PracticeTable table;

    /** A start form asks for hundreds of applications that share a few dozen cells. */
    private final Map<Cell, Answer> answers = new ConcurrentHashMap<>();

    DecisionTablePolicy(PracticeProperties properties) {
        table = PracticeTable.read(properties.location());
        LOG.info(
                "The practice in force is {}, from {}",
                edition(),
                properties.location().getDescription());
    }

    @Override
    public String edition() {
        return table.edition();
    }

    @Override
    public boolean leavesToHeuristics(String service) {
        return table.charted().filter(services -> !services.contains(service)).isPresent();
    }

    @Override
    public Answer ask(Cell cell) {
        return answers.computeIfAbsent(cell, this::answer);
    }

    private Answer answer(Cell cell) {
        List<PracticeRule> matching = match(cell);
        if (matching.size() != 1) {
            return new Answer.Unknown(cell);
        }
        Practice practice = matching.get(0).practice();
        return practice.path() == Path.NOT_APPLICABLE
                ? new Answer.NotApplicable(cell, practice.words())
                : new Answer.Settled(practice);
    }

    /** Computed conditions can fail or overlap for words that the check at the start could not know of: fail closed. */
    private List<PracticeRule> match(Cell cell) {
        try {
            List<PracticeRule> matching = table.match(cell);
            if (matching.size() > 1) {
                LOG.error(
                        "More than one rule of {} matches {}: {}",
                        edition(),
                        cell,
                        matching.stream().map(PracticeRule::id).toList());
            }
            return matching;
        } catch (IllegalStateException e) {
            LOG.error("{} cannot be evaluated for {}", edition(), cell, e);
            return List.of();
        }
    }
}
