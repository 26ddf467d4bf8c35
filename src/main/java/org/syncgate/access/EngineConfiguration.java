package org.syncgate.access;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Closes what the engine leaves open; its plain settings are in application.yaml. */
@Component
@Order(Ordering.DEFAULT_ORDER + 1)
class EngineConfiguration extends SpringBootProcessEnginePlugin {

    private final ApplicationContext context;
    private final KnownPeople people;
    private final ObjectProvider<TaskRule> rules;
    private final ObjectProvider<TaskFields> fields;
    private final ObjectProvider<RetryListener> retries;

    EngineConfiguration(
            ApplicationContext context,
            KnownPeople people,
            ObjectProvider<TaskRule> rules,
            ObjectProvider<TaskFields> fields,
            ObjectProvider<RetryListener> retries) {
        this.context = context;
        this.people = people;
        this.rules = rules;
        this.fields = fields;
        this.retries = retries;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setIdentityProviderSessionFactory(new IdentitySessions(people));
        configuration.setBeans(new DelegateBeans(context));
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new TaskGuard(people, rules)));
        // before all others, so that what it rethrows has been rolled back
        configuration.setCustomPreCommandInterceptorsTxRequired(
                List.of(new PlainRefusals(people), new OnceMore(people)));
        // behind the interceptor that opens the command context: who is signed in is known only there
        configuration.setCustomPostCommandInterceptorsTxRequired(
                List.of(new CommandGuard(fields, new JobRetries(people, retries))));
    }

    @Override
    public void postInit(SpringProcessEngineConfiguration configuration) {
        configuration.getValueTypeResolver().addType(new JsonAsText());
    }

    private record IdentitySessions(KnownPeople people) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new EngineIdentityProvider(people);
        }
    }
}
