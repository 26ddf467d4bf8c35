package org.syncgate.policy;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.syncgate.model.Cell;
import org.syncgate.model.Formality;

/** The decision engine on its own, asked which rules of the table match a cell. */
final class RuleMatcher implements DmnDecisionTableEvaluationListener {

    private final DmnEngine engine;
    private final DmnDecision decision;
    private List<String> matching = List.of();

    /**
     * Takes over the model, whose table has been found to be UNIQUE, and changes the hit policy: with UNIQUE the engine
     * throws at two matches without a way to learn which ones they are.
     */
    RuleMatcher(DmnModelInstance model, DecisionTable table) {
        table.setHitPolicy(HitPolicy.COLLECT);
        engine = RememberingFeel.configuration()
                .customPostDecisionTableEvaluationListeners(List.of(this))
                .buildEngine();
        decision = engine.parseDecision(PracticeTable.DECISION, model);
    }

    /**
     * The ids of all rules that match, in the table's order. One at a time: the listener has one place to write to.
     *
     * @throws IllegalStateException if a condition cannot be evaluated
     */
    synchronized List<String> match(Cell cell) {
        try {
            engine.evaluateDecisionTable(decision, inputs(cell));
        } catch (DmnEngineException | FeelException e) {
            throw new IllegalStateException("a condition cannot be evaluated: " + e.getMessage(), e);
        }
        return matching;
    }

    private static VariableMap inputs(Cell cell) {
        return Variables.createVariables()
                .putValue("service", cell.service())
                .putValue("deployment", cell.deployment())
                .putValue("tier", cell.tier().text())
                .putValue("disruption", cell.disruption().text())
                .putValue("formality", cell.formality().map(Formality::text).orElse(null));
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        matching = event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .toList();
    }
}
