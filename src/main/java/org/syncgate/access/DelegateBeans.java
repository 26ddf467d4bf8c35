package org.syncgate.access;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The Spring beans that models may name: delegates and listeners, by bean name. An expression that reached any other
 * bean could do whatever the application can. Looked up when asked for, as delegates need the engine themselves.
 */
class DelegateBeans extends AbstractMap<Object, Object> {

    private static final List<Class<?>> TYPES =
            List.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class);

    private final ListableBeanFactory beans;

    DelegateBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String bean
                && beans.containsBean(bean)
                && TYPES.stream().anyMatch(type -> beans.isTypeMatch(bean, type));
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name instanceof String bean && containsKey(bean) ? beans.getBean(bean) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        Map<Object, Object> delegates = new LinkedHashMap<>();
        TYPES.stream()
                .flatMap(type -> Stream.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type)))
                .distinct()
                .forEach(name -> delegates.put(name, beans.getBean(name)));
        return delegates.entrySet();
    }
}
