package org.syncgate;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Has the engines of one JVM share the SQL statements that the first one has read. To read them is half of what a start of an
 * application costs. Each engine has its own database and its own transactions, and what is set otherwise reads for itself.
 */
@AutoConfiguration
class StatementsReadOnce {

    private static Optional<Known> first = Optional.empty();

    /** After the plugin that sets the database. */
    @Bean
    @Order(Ordering.DEFAULT_ORDER + 1)
    ProcessEnginePlugin statementsReadOnce() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                share(engine);
            }

            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                keep(engine);
            }
        };
    }

    private static synchronized void share(ProcessEngineConfigurationImpl engine) {
        first.filter(known -> known.settings().equals(settings(engine))).ifPresent(known -> {
            Environment own = new Environment("default", new ManagedTransactionFactory(), engine.getDataSource());
            engine.setSqlSessionFactory(new DefaultSqlSessionFactory(new Shared(own, known.statements())));
        });
    }

    private static synchronized void keep(ProcessEngineConfigurationImpl engine) {
        if (first.isEmpty()) {
            Configuration statements = engine.getSqlSessionFactory().getConfiguration();
            first = Optional.of(new Known(statements, settings(engine)));
        }
    }

    /** All that the statements depend on, but for the kind of the database, which is PostgreSQL everywhere. */
    private static List<Object> settings(ProcessEngineConfigurationImpl engine) {
        return List.of(
                engine.getDatabaseTablePrefix(),
                engine.isJdbcBatchProcessing(),
                Optional.ofNullable(engine.getJdbcStatementTimeout()));
    }

    private record Known(Configuration statements, List<Object> settings) {}

    private static final class Shared extends Configuration {

        private final Configuration read;

        Shared(Environment own, Configuration read) {
            super(own);
            this.read = read;
            setDefaultExecutorType(read.getDefaultExecutorType());
        }

        @Override
        public MappedStatement getMappedStatement(String id, boolean validateIncompleteStatements) {
            return read.getMappedStatement(id, validateIncompleteStatements);
        }
    }
}
