package org.syncgate.process;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.syncgate.access.TaskFields;

/** What people enter in each task; whatever else is posted to it is refused. */
@Component
class FormFields implements TaskFields {

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "approveDeployment", Set.of(Vars.DECISION, Vars.COMMENT),
            "agreeTime", Set.of(Vars.DECISION, Vars.TIME, Vars.COMMENT),
            "resolveFailedSync", Set.of(Vars.ACTION, Vars.REASON),
            "resolveNotice", Set.of(Vars.ACTION, Vars.REASON),
            "reconsiderRequest", Set.of(Vars.ACTION, Vars.REASON, Vars.PENDING),
            "confirmWindow", Set.of(Vars.DECISION, Vars.NEW_START, Vars.REASON),
            "markWorkStart", Set.of(Vars.COMMENT),
            "runWindow", Set.of(Vars.ACTION, Vars.REQUEST, Vars.MESSAGE),
            "markWorkEnd", Set.of(Vars.COMMENT),
            "explainBypass", Set.of(Vars.EXPLANATION));

    @Override
    public Set<String> of(String taskDefinitionKey) {
        return FIELDS.getOrDefault(taskDefinitionKey, Set.of());
    }
}
