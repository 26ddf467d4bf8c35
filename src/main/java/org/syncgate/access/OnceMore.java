package org.syncgate.access;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does once more what a person did while Syncgate wrote to the same task, for instance that a request of its window has
 * moved on. They would be told that somebody else was faster, and nobody was. Where somebody really was, the next try
 * finds the task done and says so.
 */
class OnceMore extends CommandInterceptor {

    private static final int TRIES = 5;

    private final KnownPeople people;

    OnceMore(KnownPeople people) {
        this.people = people;
    }

    @Override
    public <T> T execute(Command<T> command) {
        return execute(command, isWholeDoingOfAPerson() ? TRIES : 1);
    }

    private <T> T execute(Command<T> command, int tries) {
        try {
            return next.execute(command);
        } catch (OptimisticLockingException e) {
            if (tries == 1) {
                throw e;
            }
            return execute(command, tries - 1);
        }
    }

    /** A part of a transaction cannot be done again alone; jobs are done again by the engine. */
    private boolean isWholeDoingOfAPerson() {
        return Context.getCommandContext() == null
                && !TransactionSynchronizationManager.isActualTransactionActive()
                && people.current().isPresent();
    }
}
