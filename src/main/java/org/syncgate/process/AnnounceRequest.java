package org.syncgate.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Waiting;

/** Writes what is to be announced, one notice for each channel that the practice names. */
@Component
class AnnounceRequest implements JavaDelegate {

    private final CurrentRequest current;
    private final Requests requests;
    private final WrittenNotices notices;
    private final NoticeTexts texts;

    AnnounceRequest(CurrentRequest current, Requests requests, WrittenNotices notices, NoticeTexts texts) {
        this.current = current;
        this.requests = requests;
        this.notices = notices;
        this.texts = texts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        List<String> channels = request.practice().channels();
        List<Long> ids =
                request.standing() instanceof Waiting && !channels.isEmpty() ? write(request, channels) : List.of();
        execution.setVariable(Vars.ENDED, false);
        execution.setVariable(Vars.NOTICES, Variables.objectValue(ids, true).create());
    }

    private List<Long> write(DeploymentRequest request, List<String> channels) {
        List<Notice> written = notices.write(
                request.id(),
                request.agreementNumber(),
                NoticeKind.ANNOUNCEMENT,
                channels,
                texts.announcement(request));
        requests.save(request.waits("It is being announced on " + String.join(", ", channels) + "."));
        return written.stream().map(Notice::id).toList();
    }
}
