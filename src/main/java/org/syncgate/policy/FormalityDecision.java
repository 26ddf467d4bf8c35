package org.syncgate.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.syncgate.model.Formality;
import org.syncgate.start.StartRefused;

/**
 * Heuristics that have been tried: hundreds of combinations of factors, spread over all that there are, have a point on
 * the axis of formality.
 */
final class FormalityDecision {

    static final String DECISION = "formality";

    /** A prime, so that no factor's values are passed over. */
    private static final int STEP = 43;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final DmnEngine engine = RememberingFeel.configuration().buildEngine();

    private final String version;
    private final DmnDecision decision;

    private FormalityDecision(DecisionFile file) {
        version = file.version();
        try {
            decision = engine.parseDecision(DECISION, file.model());
        } catch (DmnEngineException e) {
            throw file.source().refused("the engine refuses it: " + e.getMessage());
        }
    }

    /** @throws StartRefused with the faults that could be found */
    static FormalityDecision read(Resource location) {
        Source source = new Source(FormalityProperties.LOCATION, "the heuristics", location);
        DecisionFile file = DecisionFile.read(source, DECISION);
        source.refuseIfAny(FactorWords.faults(file.model()));
        FormalityDecision read = new FormalityDecision(file);
        source.refuseIfAny(read.faults(questions(numbers(file))));
        return read;
    }

    /** Name and version. */
    String version() {
        return version;
    }

    /** @throws IllegalStateException with a sentence if there is no one answer, or it is none of the four words */
    Formality ask(Question question) {
        @Nullable Object answer;
        try {
            answer = engine.evaluateDecision(decision, question.inputs()).getSingleEntry();
        } catch (DmnEngineException | FeelException e) {
            throw new IllegalStateException("it cannot be evaluated: " + e.getMessage(), e);
        }
        if (answer == null) {
            throw new IllegalStateException("it has no answer");
        }
        return Formality.of(answer.toString())
                .orElseThrow(() -> new IllegalStateException("it answers '" + answer + "', which is none of "
                        + Arrays.stream(Formality.values()).map(Formality::text).collect(Collectors.joining(", "))));
    }

    /** Each fault once, with the first factors that it was found with. */
    private List<String> faults(List<Question> questions) {
        Set<String> told = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        for (Question question : questions) {
            try {
                ask(question);
            } catch (IllegalStateException e) {
                if (told.add(String.valueOf(e.getMessage()))) {
                    faults.add("for " + new TreeMap<>(question.inputs()) + " " + e.getMessage());
                }
            }
        }
        return faults;
    }

    /** The numbers of users at which the conditions can turn: all that the file names, and those beside them. */
    private static Set<Integer> numbers(DecisionFile file) {
        Set<Integer> numbers = new TreeSet<>(Set.of(0, 1_000_000));
        file.model().getModelElementsByType(InputEntry.class).stream()
                .flatMap(entry -> NUMBER.matcher(entry.getTextContent()).results())
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .forEach(number -> numbers.addAll(List.of(Math.max(0, number - 1), number, number + 1)));
        return numbers;
    }

    /** Spread over all combinations: each factor's values come up with many of the others'. */
    private static List<Question> questions(Set<Integer> users) {
        List<Question> all = users.stream().flatMap(Question::all).toList();
        return IntStream.range(0, all.size())
                .filter(index -> index % STEP == 0)
                .mapToObj(all::get)
                .toList();
    }
}
