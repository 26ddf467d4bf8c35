package org.syncgate.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.syncgate.model.Channels;
import org.syncgate.model.Groups;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.Quorum;

/**
 * Reads what one rule says. An output is a word in quotes, true, false or nothing: an edition holds figures, no
 * computations, so that all of it can be checked before it is asked.
 */
final class RuleReader {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final String edition;
    private final Columns columns;

    RuleReader(String edition, Columns columns) {
        this.edition = edition;
        this.columns = columns;
    }

    /** @throws IllegalArgumentException with a sentence about the column that is at fault */
    PracticeRule read(Rule rule) {
        if (rule.getId() == null) {
            throw new IllegalArgumentException("it has no id");
        }
        Map<String, String> outputs = outputs(rule);
        Practice practice = new Practice(
                edition,
                path(outputs),
                notice(outputs),
                words(outputs, "channels", RuleReader::channel),
                words(outputs, "approvals", RuleReader::quorum),
                window(outputs),
                words(outputs, "coordinateWith", RuleReader::stakeholder),
                annotation(rule));
        Contradictions.refuse(practice);
        return new PracticeRule(rule.getId(), practice);
    }

    private Map<String, String> outputs(Rule rule) {
        Map<String, String> outputs = new HashMap<>();
        List<OutputEntry> entries = List.copyOf(rule.getOutputEntries());
        for (int i = 0; i < entries.size(); i++) {
            String column = columns.outputs().get(i);
            outputs.put(column, literal(column, entries.get(i)));
        }
        return outputs;
    }

    private static String literal(String column, OutputEntry entry) {
        String text =
                entry.getText() == null ? "" : entry.getText().getTextContent().strip();
        if (text.isEmpty() || text.equals("true") || text.equals("false")) {
            return text;
        }
        var quoted = QUOTED.matcher(text);
        if (!quoted.matches()) {
            throw new IllegalArgumentException(
                    column + ": " + text + " is neither text in double quotes nor true or false");
        }
        return quoted.group(1).strip();
    }

    private static Path path(Map<String, String> outputs) {
        String text = outputs.getOrDefault("path", "");
        return Path.of(text)
                .orElseThrow(() -> new IllegalArgumentException("path: '" + text + "' is none of "
                        + Arrays.stream(Path.values()).map(Path::text).collect(Collectors.joining(", "))));
    }

    private static Duration notice(Map<String, String> outputs) {
        String text = outputs.getOrDefault("minimumNotice", "");
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        try {
            Duration notice = Duration.parse(text);
            if (!notice.isNegative()) {
                return notice;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "minimumNotice: '" + text + "' is not an ISO 8601 duration like PT24H or P7D", e);
        }
        throw new IllegalArgumentException("minimumNotice: '" + text + "' is negative");
    }

    private static boolean window(Map<String, String> outputs) {
        String text = outputs.getOrDefault("window", "");
        return switch (text) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new IllegalArgumentException("window: '" + text + "' is neither true nor false");
        };
    }

    private static String annotation(Rule rule) {
        String text = rule.getDescription() == null
                ? ""
                : rule.getDescription().getTextContent().strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("it has no annotation: write the cell's own words there");
        }
        return text;
    }

    private static <T> List<T> words(Map<String, String> outputs, String column, Function<String, T> reader) {
        String text = outputs.getOrDefault(column, "");
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text.split(",", -1)).map(String::strip).map(reader).toList();
    }

    private static String channel(String text) {
        if (!Channels.isChannel(text) && !text.equals(Practice.OWN)) {
            throw new IllegalArgumentException("channels: '" + text
                    + "' is neither a channel like #rsp-team, or C0123456789 for a private one, nor the word service");
        }
        return text;
    }

    private static Quorum quorum(String text) {
        Quorum quorum = parsed(text);
        if (!Groups.ALL.contains(quorum.group())) {
            throw new IllegalArgumentException("approvals: '" + text + "' asks none of the groups that there are: "
                    + String.join(", ", Groups.ALL));
        }
        return quorum;
    }

    private static Quorum parsed(String text) {
        try {
            return Quorum.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "approvals: '" + text + "' is not a group and how many of it, like release-managers:1", e);
        }
    }

    private static String stakeholder(String text) {
        if (!Groups.ALL.contains(text) && !text.equals(Practice.OWN)) {
            throw new IllegalArgumentException("coordinateWith: '" + text
                    + "' is neither the word service nor one of the groups that there are: "
                    + String.join(", ", Groups.ALL));
        }
        return text;
    }
}
