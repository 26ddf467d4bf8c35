package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

class DelegateBeansTest {

    @Test
    void modelsReachDelegatesAndListenersAndNoOtherBean() {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.registerBean("openRequest", JavaDelegate.class, () -> execution -> {});
            context.registerBean("remind", TaskListener.class, () -> task -> {});
            context.registerBean("note", ExecutionListener.class, () -> execution -> {});
            context.registerBean("dataSource", Object.class, Object::new);
            context.refresh();

            Map<Object, Object> beans = new DelegateBeans(context);

            assertThat(beans).containsOnlyKeys("openRequest", "remind", "note");
            assertThat(beans.get("openRequest")).isInstanceOf(JavaDelegate.class);
            assertThat(beans.containsKey("dataSource")).isFalse();
            assertThat(beans.get("dataSource")).isNull();
            assertThat(beans.get("environment")).isNull();
        }
    }
}
