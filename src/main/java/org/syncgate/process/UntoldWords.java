package org.syncgate.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.Postman;
import org.syncgate.request.DeploymentRequest;

/** Says of a request that is not announced everywhere what keeps it from being so. */
@Component
class UntoldWords {

    /** Enough for what to do; the whole of it is with the notice. */
    private static final int LONGEST_ERROR = 250;

    private final Postman postman;
    private final Clock clock;

    UntoldWords(Postman postman, Clock clock) {
        this.postman = postman;
        this.clock = clock;
    }

    /**
     * @param untold at least one of the practice's channels
     * @param written all notices of the request
     */
    String of(DeploymentRequest request, List<String> untold, List<Notice> written) {
        List<Notice> failing = written.stream()
                .filter(notice -> notice.kind() == NoticeKind.ANNOUNCEMENT)
                .filter(notice -> notice.agreement() == request.agreementNumber())
                .filter(notice -> untold.contains(notice.channel()))
                .filter(notice -> notice.lastError().isPresent())
                .toList();
        if (failing.isEmpty()) {
            return "Not announced yet on " + String.join(", ", untold) + ", so the notice clock does not run.";
        }
        List<String> sentences = new ArrayList<>();
        for (Notice notice : failing) {
            sentences.add("It could not be announced on " + notice.channel() + ", so the notice clock does not run.");
            sentences.add(error(notice));
            if (request.isExpired(clock.instant())) {
                sentences.add("The request expired meanwhile: an administrator has to end it.");
            } else if (postman.isAtAnEnd(notice)) {
                sentences.add("An administrator has to resolve it.");
            }
        }
        return String.join(" ", sentences);
    }

    private static String error(Notice notice) {
        String error = notice.lastError().orElseThrow().strip();
        if (error.codePointCount(0, error.length()) > LONGEST_ERROR) {
            return error.substring(0, error.offsetByCodePoints(0, LONGEST_ERROR)) + " …";
        }
        return error.endsWith(".") ? error : error + ".";
    }
}
