package org.syncgate.access;

import static org.syncgate.access.CommandParts.field;

import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.beans.factory.ObjectProvider;

/** Lets people give retries to what has failed and to nothing else, and tells whoever keeps that they did. */
class JobRetries {

    private final KnownPeople people;
    private final ObjectProvider<RetryListener> listeners;

    JobRetries(KnownPeople people, ObjectProvider<RetryListener> listeners) {
        this.people = people;
        this.listeners = listeners;
    }

    <T> T guard(Object command, Supplier<T> execution) {
        CommandContext context = Context.getCommandContext();
        Authentication authentication = context.getAuthentication();
        if (authentication == null) {
            return execution.get();
        }
        JobEntity job = job(context, command);
        refuseUnlessFailed(job, command);
        FailedJob failed = new FailedJob(
                businessKey(context, job),
                String.valueOf(job.getActivityId()),
                Optional.ofNullable(job.getExceptionMessage()).orElse(""));
        T done = execution.get();
        Person person = people.current()
                .filter(signedIn -> signedIn.id().equals(authentication.getUserId()))
                .orElseThrow(() -> new AuthorizationException("Sign in to have a job tried again."));
        listeners.orderedStream().forEach(listener -> listener.retried(failed, person));
        return done;
    }

    private static JobEntity job(CommandContext context, Object command) {
        if (!(field(command, "jobId") instanceof String id)) {
            throw new AuthorizationException("Jobs are tried again one by one.");
        }
        JobEntity found = context.getJobManager().findJobById(id);
        if (found == null) {
            throw new InvalidRequestException(
                    Status.NOT_FOUND, "There is no such job: it has run, or its process is over.");
        }
        return found;
    }

    /** With another due date somebody could let a request expire, or never expire, and nobody would be named for it. */
    private static void refuseUnlessFailed(JobEntity job, Object command) {
        boolean once = field(command, "retries") instanceof Integer retries && retries > 0;
        if (job.getRetries() > 0 || !once || Boolean.TRUE.equals(field(command, "isDueDateSet"))) {
            throw new AuthorizationException(
                    "Only a job that has failed for good can be given retries, at least one and without a due date.");
        }
    }

    private static String businessKey(CommandContext context, JobEntity job) {
        return Optional.ofNullable(job.getProcessInstanceId())
                .map(context.getExecutionManager()::findExecutionById)
                .map(ExecutionEntity::getBusinessKey)
                .orElse("");
    }
}
