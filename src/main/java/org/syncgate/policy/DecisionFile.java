package org.syncgate.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.util.DigestUtils;
import org.syncgate.start.StartRefused;

/**
 * A DMN file, found to hold a decision table of the right name of which at most one rule can answer.
 *
 * @param source where it comes from
 * @param model all of it
 * @param table the table of its main decision
 * @param version name and version for people: the decision's version tag and the start of the file's digest, so that
 *     two files under one name can be told apart
 */
record DecisionFile(Source source, DmnModelInstance model, DecisionTable table, String version) {

    private static final int DIGEST_BYTES = 4;

    /**
     * @param id what the main decision has to be called
     * @throws StartRefused if there is no such table in it
     */
    static DecisionFile read(Source source, String id) {
        byte[] content = content(source);
        DmnModelInstance model = parse(source, content);
        Decision decision = Optional.<Decision>ofNullable(model.getModelElementById(id))
                .orElseThrow(() -> source.refused("it has no decision with the id '" + id + "'"));
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            throw source.refused("the decision '" + id + "' is not a decision table");
        }
        if (table.getHitPolicy() != HitPolicy.UNIQUE) {
            throw source.refused("its hit policy is " + table.getHitPolicy()
                    + ": set it to UNIQUE, so that no two rules can answer");
        }
        String tag = decision.getVersionTag();
        if (tag == null || tag.isBlank()) {
            throw source.refused("the decision has no version tag: write the edition's name there");
        }
        return new DecisionFile(source, model, table, tag.strip() + ", " + digest(content));
    }

    private static byte[] content(Source source) {
        try {
            return source.location().getContentAsByteArray();
        } catch (IOException e) {
            throw source.refused("it cannot be read: " + e.getMessage());
        }
    }

    private static DmnModelInstance parse(Source source, byte[] content) {
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(content));
        } catch (RuntimeException e) {
            throw source.refused("it is no DMN: " + rootMessage(e));
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
}
