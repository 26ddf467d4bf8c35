package org.syncgate.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/**
 * The file of an edition, found to hold a decision table of the right name and kind.
 *
 * @param model all of it
 * @param table the practice's chart
 * @param edition name and version for people: the decision's version tag and the start of the file's digest, so that
 *     two editions under one name can be told apart
 */
record PracticeFile(DmnModelInstance model, DecisionTable table, String edition) {

    static final String DECISION = "deployment-practice";

    private static final int DIGEST_BYTES = 4;

    static PracticeFile read(Resource location) {
        byte[] content = content(location);
        DmnModelInstance model = parse(location, content);
        Decision decision = Optional.<Decision>ofNullable(model.getModelElementById(DECISION))
                .orElseThrow(() -> refused(location, "it has no decision with the id '" + DECISION + "'"));
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            throw refused(location, "the decision '" + DECISION + "' is not a decision table");
        }
        if (table.getHitPolicy() != HitPolicy.UNIQUE) {
            throw refused(
                    location,
                    "its hit policy is " + table.getHitPolicy()
                            + ": set it to UNIQUE, so that no two rules can answer");
        }
        String version = decision.getVersionTag();
        if (version == null || version.isBlank()) {
            throw refused(location, "the decision has no version tag: write the edition's name there");
        }
        return new PracticeFile(model, table, version.strip() + ", " + digest(content));
    }

    private static byte[] content(Resource location) {
        try {
            return location.getContentAsByteArray();
        } catch (IOException e) {
            throw refused(location, "it cannot be read: " + e.getMessage());
        }
    }

    private static DmnModelInstance parse(Resource location, byte[] content) {
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(content));
        } catch (RuntimeException e) {
            throw refused(location, "it is no DMN: " + rootMessage(e));
        }
    }

    private static String rootMessage(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(DigestUtils.md5Digest(content), 0, DIGEST_BYTES);
    }

    private static UnusablePracticeException refused(Resource location, String fault) {
        return new UnusablePracticeException(location, List.of(fault));
    }
}
