package org.syncgate.access;

import static org.syncgate.access.CommandParts.field;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * Who may comment, and on what: whoever sees a task, while it is open. The engine asks nobody. A comment on another
 * process could be taken for what was said there.
 *
 * <p>Refused as the REST layer refuses: of anything that the engine throws here, it says that parameters are missing.
 */
final class Remarks {

    private Remarks() {}

    static void refuse(Object command) {
        CommandContext context = Context.getCommandContext();
        if (context.getAuthentication() == null) {
            return;
        }
        if (field(command, "processInstanceId") != null || !(field(command, "taskId") instanceof String id)) {
            throw new InvalidRequestException(
                    Status.BAD_REQUEST, "A comment is made on a task, without a process instance.");
        }
        TaskEntity task = context.getTaskManager().findTaskById(id);
        if (task == null) {
            throw new InvalidRequestException(Status.NOT_FOUND, "There is no such task any more to comment on.");
        }
        if (!(field(command, "message") instanceof String message) || message.isBlank()) {
            throw new InvalidRequestException(Status.BAD_REQUEST, "Write the comment first.");
        }
        try {
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkReadTask(task));
        } catch (AuthorizationException unseen) {
            throw new InvalidRequestException(Status.FORBIDDEN, "Only who sees a task can comment on it.");
        }
    }
}
