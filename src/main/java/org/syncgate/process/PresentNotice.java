package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.model.BypassId;
import org.syncgate.model.RequestId;
import org.syncgate.model.Subject;
import org.syncgate.model.WindowId;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.request.Requests;

/** Prepares the task in which an administrator decides about a notice that could not be delivered. */
@Component
class PresentNotice implements TaskListener {

    private final CurrentNotice current;
    private final Requests requests;
    private final NoticeResults results;

    PresentNotice(CurrentNotice current, Requests requests, NoticeResults results) {
        this.current = current;
        this.requests = requests;
        this.results = results;
    }

    @Override
    public void notify(DelegateTask task) {
        Notice notice = current.of(task.getExecution());
        String about = about(notice);
        Fields.forget(task.getExecution(), Vars.ACTION, Vars.REASON);
        task.setName(Texts.name("Resolve the undelivered notice of " + about + " to " + notice.channel()));
        task.setVariableLocal(Vars.REQUEST, notice.subject().text());
        task.setVariableLocal(Vars.PAGE, PublicUrl.page(notice.subject()));
        task.setVariableLocal(
                Vars.ABOUT,
                notice.kind().words() + " of " + about + " (" + notice.subject() + ") on " + notice.channel());
        task.setVariableLocal(
                Vars.FAILURE, Texts.cut(Markdown.escape(notice.lastError().orElse(""))));
        task.setVariableLocal(Vars.WHY, why(notice));
    }

    private String about(Notice notice) {
        return notice.subject() instanceof RequestId id
                ? requests.find(id)
                        .map(request -> request.agreement().application().toString())
                        .orElseThrow(() -> new IllegalStateException("There is no request " + id))
                : words(notice.subject());
    }

    private static String words(Subject subject) {
        if (subject instanceof BypassId) {
            return "what went past the gate";
        }
        return subject instanceof WindowId ? "a maintenance window" : "a freeze";
    }

    private static String why(Notice notice) {
        if (notice.kind() == NoticeKind.ANNOUNCEMENT) {
            return "The notice clock does not run until it is delivered. To end means to end the request.";
        }
        return notice.subject() instanceof RequestId
                ? "The request does not wait for it. To end means to leave this notice undelivered."
                : "Nothing waits for it. To end means to leave this notice undelivered.";
    }
}
