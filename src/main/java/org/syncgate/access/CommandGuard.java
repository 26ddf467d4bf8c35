package org.syncgate.access;

import static org.syncgate.access.CommandParts.field;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stops commands that the engine's own checks let through: task queries that carry expressions, which are code
 * (CVE-2026-109432: nested or-queries skip the engine's validator, and so does what extends a filter), claims in
 * somebody else's name, by which a candidate could hand a task to an outsider, retries for what has not failed, comments
 * on what one does not see, forms with serialized objects in them, on which the engine would fail in words that help
 * nobody, and variables that are no field of a task's form.
 */
class CommandGuard extends CommandInterceptor {

    private final ObjectProvider<TaskFields> fields;
    private final JobRetries retries;

    CommandGuard(ObjectProvider<TaskFields> fields, JobRetries retries) {
        this.fields = fields;
        this.retries = retries;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof TaskQueryImpl query) {
            refuseExpressions(query);
        } else if (command instanceof AbstractExecuteFilterCmd) {
            if (field(command, "extendingQuery") instanceof TaskQueryImpl query) {
                refuseExpressions(query);
            }
        } else if (command instanceof ClaimTaskCmd) {
            refuseForSomebodyElse(field(command, "userId"));
        } else if (command instanceof SetJobRetriesCmd) {
            return retries.guard(command, () -> next.execute(command));
        } else if (command instanceof AddCommentCmd) {
            Remarks.refuse(command);
        } else if (command instanceof SubmitStartFormCmd) {
            refuseSerialized(field(command, "variables"));
        } else if (command instanceof SubmitTaskFormCmd) {
            refuseSerialized(field(command, "properties"));
            refuseUnknown(field(command, "taskId"), field(command, "properties"));
        } else if (command instanceof CompleteTaskCmd) {
            refuseSerialized(field(command, "variables"));
            refuseUnknown(field(command, "taskId"), field(command, "variables"));
        }
        return next.execute(command);
    }

    private static void refuseExpressions(TaskQueryImpl query) {
        if (!query.getExpressions().isEmpty()) {
            throw new AuthorizationException("A task query must not contain expressions.");
        }
        query.getQueries().stream().filter(nested -> nested != query).forEach(CommandGuard::refuseExpressions);
    }

    private static void refuseForSomebodyElse(@Nullable Object assignee) {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        if (authentication != null && !Objects.equals(assignee, authentication.getUserId())) {
            throw new AuthorizationException("A task can be claimed for yourself only.");
        }
    }

    /** A variable that is no field of the task's form could steer the process. */
    private void refuseUnknown(@Nullable Object task, @Nullable Object posted) {
        CommandContext context = Context.getCommandContext();
        if (context.getAuthentication() == null
                || !(task instanceof String id)
                || !(posted instanceof Map<?, ?> entries)) {
            return;
        }
        TaskEntity found = context.getTaskManager().findTaskById(id);
        if (found == null) {
            // the engine says so, in words that are not about fields
            return;
        }
        Set<String> unknown = new TreeSet<>();
        entries.keySet().forEach(name -> unknown.add(String.valueOf(name)));
        fields.ifAvailable(known -> unknown.removeAll(known.of(found.getTaskDefinitionKey())));
        if (!unknown.isEmpty()) {
            String words = "The form has no field " + String.join(", ", unknown) + ".";
            throw new FormFieldValidationException(words, words);
        }
    }

    private static void refuseSerialized(@Nullable Object fields) {
        if (fields instanceof VariableMap variables) {
            variables.keySet().stream()
                    .filter(name -> variables.getValueTyped(name) instanceof SerializableValue)
                    .findFirst()
                    .ifPresent(name -> {
                        String words = "The field '" + name + "' has to be a text.";
                        throw new FormFieldValidationException(words, words);
                    });
        }
    }
}
