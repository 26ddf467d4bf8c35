package org.syncgate.access;

import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * The type under which Tasklist sends a field in which several values are chosen. The engine knows it only with its JSON
 * plug-in, which would make objects of it: here it stays the text that it is, for whoever reads the field to judge.
 */
class JsonAsText extends PrimitiveValueTypeImpl {

    private static final long serialVersionUID = 1L;

    JsonAsText() {
        super("json", String.class);
    }

    @Override
    public TypedValue createValue(@Nullable Object value, Map<String, Object> info) {
        return Variables.stringValue((String) value, isTransient(info));
    }
}
