package org.syncgate.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The decision engine's own FEEL engine, except that it remembers answers that depend on a condition and one value alone. The engine
 * parses a condition, and sets up all of FEEL's functions, anew for every cell that it is asked about; a table is tried with
 * hundreds of cells at each start, and nearly all of its conditions only compare one value with literals.
 *
 * <p>It remembers them for the whole JVM: as many as there are conditions, times the words that they are asked about.
 */
final class RememberingFeel extends ScalaFeelEngine {

    private static final Map<Asked, Optional<Object>> ANSWERS = new ConcurrentHashMap<>();

    private RememberingFeel() {
        super(List.of());
    }

    /** A decision engine's configuration with it in place of the engine's own. */
    static DefaultDmnEngineConfiguration configuration() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(RememberingFeel::new);
        return configuration;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        Supplier<Boolean> evaluation = () -> super.evaluateSimpleUnaryTests(expression, inputVariable, variables);
        return Conditions.isLiteral(expression)
                ? remembered(Kind.CONDITION, expression, value(variables, inputVariable), evaluation)
                        .orElseThrow()
                : evaluation.get();
    }

    @Override
    @SuppressWarnings("NullAway") // the engine takes null for an answer
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        Supplier<T> evaluation = () -> super.evaluateSimpleExpression(expression, variables);
        if (Conditions.isName(expression)) {
            return remembered(Kind.EXPRESSION, expression, value(variables, expression), evaluation)
                    .orElse(null);
        }
        return Conditions.isLiteral(expression)
                ? remembered(Kind.EXPRESSION, expression, Optional.empty(), evaluation)
                        .orElse(null)
                : evaluation.get();
    }

    @SuppressWarnings("unchecked")
    private static <T> Optional<T> remembered(
            Kind kind, String expression, Optional<Object> value, Supplier<T> evaluation) {
        return (Optional<T>) ANSWERS.computeIfAbsent(
                new Asked(kind, expression, value), asked -> Optional.ofNullable(evaluation.get()));
    }

    private static Optional<Object> value(VariableContext variables, String name) {
        return Optional.ofNullable(variables.resolve(name)).map(TypedValue::getValue);
    }

    private enum Kind {
        CONDITION,
        EXPRESSION
    }

    /**
     * All that an answer depends on.
     *
     * @param value of the one variable that counts; empty where none counts, and for null
     */
    private record Asked(Kind kind, String expression, Optional<Object> value) {}
}
