package org.syncgate.access;

import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * Gives a refusal to the client as what it is. What a task's listener refuses the engine wraps, and would answer 500 as
 * if it were our fault; as it was thrown it is a 400 with our words, as at a start. That somebody else was faster is no
 * fault at all, and nothing for the log.
 */
class PlainRefusals extends CommandInterceptor {

    /** How the engine says that a task is gone. */
    static final String NO_TASK = "Cannot find task with id";

    private static final Pattern NO_SUCH_THING = Pattern.compile("\\b(?:found|find|exist)\\b");

    private final KnownPeople people;

    PlainRefusals(KnownPeople people) {
        this.people = people;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            Optional<FormFieldValidationException> refusal = refusalIn(e);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            throw people.current().isPresent() ? forPeople(e) : e;
        }
    }

    private static RuntimeException forPeople(ProcessEngineException e) {
        String words = String.valueOf(e.getMessage());
        boolean missing = e instanceof NotFoundException || e instanceof NullValueException;
        if (missing && words.contains(NO_TASK)) {
            return new InvalidRequestException(
                    Status.NOT_FOUND, e, "This task is done: somebody has decided on it meanwhile.");
        }
        if (missing && NO_SUCH_THING.matcher(words).find()) {
            return new InvalidRequestException(
                    Status.NOT_FOUND, e, "There is no such thing any more, or it is not for you to see.");
        }
        if (e instanceof OptimisticLockingException) {
            return new InvalidRequestException(
                    Status.CONFLICT,
                    e,
                    "Somebody else has changed the same at the same moment. Look again, and try once more.");
        }
        return e;
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
