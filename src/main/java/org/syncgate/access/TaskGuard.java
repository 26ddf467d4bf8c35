package org.syncgate.access;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.syncgate.model.Groups;

/**
 * Who may work on a task: the engine's authorizations say who once could, this asks who can now. A candidate by name,
 * a member of a candidate group at this moment, or, of a task without any candidates, its assignee; and no
 * {@link TaskRule} must be against it. Who may not start a process hears from here who may.
 */
class TaskGuard extends AuthorizationCommandChecker {

    private static final String FOR_OTHERS =
            "This task is for others: you are neither named for it nor in a group that it is offered to.";

    private static final String RELEASED_BY = "A task is released by whoever has claimed it, or by an administrator.";

    private final KnownPeople people;
    private final ObjectProvider<TaskRule> rules;

    TaskGuard(KnownPeople people, ObjectProvider<TaskRule> rules) {
        this.people = people;
        this.rules = rules;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        readWhereItStands(task);
        checkRights(task);
        CommandContext context = Context.getCommandContext();
        Authentication authentication = context.getAuthentication();
        // without an engine user it is the engine itself that works: a job or a delegate
        if (authentication == null || !context.isAuthorizationCheckEnabled()) {
            return;
        }
        Person person = people.current()
                .filter(signedIn -> signedIn.id().equals(authentication.getUserId()))
                .orElseThrow(() -> new AuthorizationException("Sign in to work on a task."));
        if (!isCandidate(task, person)) {
            throw isGone(task) ? gone(task) : new AuthorizationException(FOR_OTHERS);
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(person.id())) {
            throw new AuthorizationException(
                    people.find(task.getAssignee()).map(Person::name).orElse(task.getAssignee())
                            + " has claimed this task. Ask them to release it, or an administrator.");
        }
        Optional<String> refusal = rules.orderedStream()
                .flatMap(rule -> rule.refusal(task, person).stream())
                .findFirst();
        if (refusal.isPresent()) {
            throw new AuthorizationException(refusal.get());
        }
    }

    /**
     * Read while the task is: what comes later in this command finds it there. A process can end, and be deleted, between
     * two readings of one command.
     */
    private static void readWhereItStands(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        while (execution != null && execution.getProcessInstance() != null) {
            String caller = execution.getProcessInstance().getSuperExecutionId();
            if (caller == null) {
                return;
            }
            execution = execution.getProcessInstance().getSuperExecution();
        }
        throw gone(task);
    }

    /** Whom a task was offered to goes with it, and then this command, which began before, sees nobody. */
    private static boolean isGone(TaskEntity task) {
        CommandContext context = Context.getCommandContext();
        TaskQueryImpl itself = (TaskQueryImpl) new TaskQueryImpl().taskId(task.getId());
        return context.runWithoutAuthorization(() -> context.getTaskManager().findTaskCountByQueryCriteria(itself))
                == 0;
    }

    /** As the engine says it of a task that was gone before the command began. */
    private static NullValueException gone(TaskEntity task) {
        return new NullValueException(PlainRefusals.NO_TASK + " " + task.getId());
    }

    /** The engine hands on what it has not found, and fails on it. */
    @Override
    public void checkReadTask(@Nullable TaskEntity task) {
        if (task == null) {
            throw new NullValueException(PlainRefusals.NO_TASK);
        }
        super.checkReadTask(task);
    }

    /** The engine's own words would name its permissions; these name people. */
    private void checkRights(TaskEntity task) {
        try {
            super.checkTaskWork(task);
        } catch (AuthorizationException missing) {
            throw isGone(task) ? gone(task) : new AuthorizationException(FOR_OTHERS);
        }
    }

    /** Whoever has claimed a task can release it, and an administrator can when they are away. */
    @Override
    public void checkTaskAssign(TaskEntity task) {
        boolean permitted = people.current()
                .filter(person -> person.id().equals(task.getAssignee()) || person.isIn(Groups.SYNCGATE_ADMINS))
                .isPresent();
        if (!permitted) {
            checkRightToAssign(task);
        }
    }

    private void checkRightToAssign(TaskEntity task) {
        try {
            super.checkTaskAssign(task);
        } catch (AuthorizationException missing) {
            throw new AuthorizationException(RELEASED_BY);
        }
    }

    /** The engine's own words would name permissions; these name people. */
    @Override
    public void checkCreateProcessInstance(ProcessDefinition definition) {
        try {
            super.checkCreateProcessInstance(definition);
        } catch (AuthorizationException missing) {
            throw new AuthorizationException(Rights.whoStarts(definition.getKey()));
        }
    }

    private static boolean isCandidate(TaskEntity task, Person person) {
        return task.getCandidates().isEmpty()
                ? Objects.equals(task.getAssignee(), person.id())
                : task.getCandidates().stream().anyMatch(candidate -> means(candidate, person));
    }

    private static boolean means(IdentityLink candidate, Person person) {
        return IdentityLinkType.CANDIDATE.equals(candidate.getType())
                && (person.id().equals(candidate.getUserId())
                        || candidate.getGroupId() != null && person.isIn(candidate.getGroupId()));
    }
}
