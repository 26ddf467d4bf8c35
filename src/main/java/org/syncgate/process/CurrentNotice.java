package org.syncgate.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.syncgate.notice.Notice;
import org.syncgate.notice.WrittenNotices;

/** Finds the notice that an execution delivers. */
@Component
class CurrentNotice {

    private final WrittenNotices notices;

    CurrentNotice(WrittenNotices notices) {
        this.notices = notices;
    }

    /** Says that its notice is left undelivered, to the process that has the announcement delivered, if one does. */
    static void ended(DelegateExecution execution) {
        // not by a mapping, with which the next channel that is told would take it back
        Optional.ofNullable(execution.getProcessInstance().getSuperExecution())
                .ifPresent(announcement -> announcement.setVariable(Vars.ENDED, true));
    }

    /** The execution's notice, which is of the request, window or freeze that its process has the key of. */
    Notice of(DelegateExecution execution) {
        return Optional.ofNullable(execution.getVariable(Vars.NOTICE))
                .filter(Long.class::isInstance)
                .flatMap(id -> notices.find((Long) id))
                .filter(notice -> notice.subject().text().equals(execution.getProcessBusinessKey()))
                .orElseThrow(() -> new IllegalStateException(
                        "Process " + execution.getProcessInstanceId() + " delivers no notice that goes by its key"));
    }
}
