package org.syncgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It answers as the engine's own FEEL engine does, at the first time of asking and at the next. */
class RememberingFeelTests {

    private static final FeelEngine OWN = new ScalaFeelEngineFactory().createInstance();
    private static final FeelEngine REMEMBERING =
            RememberingFeel.configuration().getFeelEngineFactory().createInstance();

    private static final List<Object> VALUES =
            Arrays.asList("prod", "int", "a \"word\"", "", 9, 10, 15L, 16, 17, 1000, 1000.5, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"prod\"",
                "\"prod\", \"int\"",
                "not(\"prod\")",
                "not(\"prod\",\"int\")",
                "-",
                "< 15",
                ">= 1000",
                "[15..17)",
                "]15..17]",
                "10, [15..17)",
                "\"\"",
                "x = \"prod\"",
                "x",
                "starts with(x, \"pr\")",
                "other"
            })
    void aConditionIsMetByTheSameValues(String condition) {
        for (int time = 0; time < 2; time++) {
            for (Object value : VALUES) {
                assertThat(met(REMEMBERING, condition, value, "int"))
                        .as(condition + " for " + value)
                        .isEqualTo(met(OWN, condition, value, "int"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "other", "nowhere", "true", "null", "3", "\"word\"", "x = other", "count([x, other])"})
    void anExpressionHasTheSameValue(String expression) {
        for (int time = 0; time < 2; time++) {
            for (Object value : VALUES) {
                VariableContext variables = variables(value, "int");
                assertThat(REMEMBERING.<Object>evaluateSimpleExpression(expression, variables))
                        .as(expression + " for " + value)
                        .isEqualTo(OWN.<Object>evaluateSimpleExpression(expression, variables));
            }
        }
    }

    @Test
    void whatAlsoDependsOnSomethingElseIsAskedAnew() {
        assertThat(met(REMEMBERING, "other", "prod", "prod")).isEqualTo("true");
        assertThat(met(REMEMBERING, "other", "prod", "int")).isEqualTo("false");
        assertThat(REMEMBERING.<Object>evaluateSimpleExpression("x = other", variables("a", "a")))
                .isEqualTo(true);
        assertThat(REMEMBERING.<Object>evaluateSimpleExpression("x = other", variables("a", "b")))
                .isEqualTo(false);
    }

    @Test
    void aConditionThatIsNoneIsRefusedEachTime() {
        for (int time = 0; time < 2; time++) {
            assertThatExceptionOfType(FeelException.class)
                    .isThrownBy(() -> REMEMBERING.evaluateSimpleUnaryTests("[15..", "x", variables(15, "int")));
        }
    }

    /** The answer, or the fault: where the one engine has one, so has the other. */
    private static String met(FeelEngine engine, String condition, Object value, String other) {
        try {
            return String.valueOf(engine.evaluateSimpleUnaryTests(condition, "x", variables(value, other)));
        } catch (FeelException fault) {
            return String.valueOf(fault.getMessage());
        }
    }

    private static VariableContext variables(Object x, String other) {
        return Variables.createVariables()
                .putValue("x", x)
                .putValue("other", other)
                .asVariableContext();
    }
}
