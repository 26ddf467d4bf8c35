package org.syncgate.access;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Gives what a task's listener refuses back to the client as it was thrown. The engine wraps it, and would answer 500
 * as if it were our fault; as it stands it is a 400 with our words, as at a start.
 */
class PlainRefusals extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            throw refusalIn(e).map(ProcessEngineException.class::cast).orElse(e);
        }
    }

    private static Optional<FormFieldValidationException> refusalIn(Throwable failure) {
        return Stream.iterate(
                        Optional.of(failure),
                        Optional::isPresent,
                        next -> next.flatMap(it -> Optional.ofNullable(it.getCause())))
                .flatMap(Optional::stream)
                .filter(FormFieldValidationException.class::isInstance)
                .map(FormFieldValidationException.class::cast)
                .findFirst();
    }
}
