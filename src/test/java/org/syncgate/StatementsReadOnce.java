package org.syncgate;

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
 * Has the engines of one JVM share the SQL statements that the first of them has read, which would be half of what a start
 * costs. Each has its own database and its own transactions.
 */
@AutoConfiguration
class StatementsReadOnce {

    private static Optional<Configuration> read = Optional.empty();

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
        read.ifPresent(known -> {
            Environment own = new Environment("default", new ManagedTransactionFactory(), engine.getDataSource());
            engine.setSqlSessionFactory(new DefaultSqlSessionFactory(new Shared(own, known)));
        });
    }

    private static synchronized void keep(ProcessEngineConfigurationImpl engine) {
        if (read.isEmpty()) {
            read = Optional.of(engine.getSqlSessionFactory().getConfiguration());
        }
    }

    private static final class Shared extends Configuration {

        private final Configuration read;

        Shared(Environment own, Configuration read) {
            super(own);
            this.read = read;
            setDefaultExecutorType(read.getDefaultExecutorType());
            setDefaultStatementTimeout(read.getDefaultStatementTimeout());
        }

        @Override
        public MappedStatement getMappedStatement(String id, boolean validateIncompleteStatements) {
            return read.getMappedStatement(id, validateIncompleteStatements);
        }
    }
}
