package org.syncgate;

import static java.util.stream.Collectors.toCollection;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;

/** What models and forms may name: the process's variables and its steps; and which names an expression holds. */
final class ModelNames {

    private static final Pattern JUEL = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^}]*)}}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern LOOP_VARIABLE = Pattern.compile("\\b(?:for|some|every)\\s+(\\w+)\\s+in\\b");

    /** Neither a property of something else, nor a function, nor a marker of a template's block. */
    private static final Pattern NAME = Pattern.compile("(?<![.\\w#/@])[A-Za-z_]\\w*+(?!\\s*\\()");

    private static final Set<String> NO_VARIABLES = Set.of(
            ("true false null empty and or not eq ne lt gt le ge div mod instanceof execution task if then else in for"
                            + " return some every satisfies item this parent"
                            // what a form's options consist of
                            + " label value")
                    .split(" "));

    private ModelNames() {}

    /** The values of the constants in {@code Vars}. */
    static Set<String> variables() {
        try {
            Class<?> vars = Class.forName("org.syncgate.process.Vars");
            Set<String> names = new TreeSet<>();
            for (Field field : vars.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    field.setAccessible(true);
                    names.add((String) field.get(null));
                }
            }
            return names;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of the components in the process module. */
    static Set<String> steps() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        var registry = new DefaultListableBeanFactory();
        return scanner.findCandidateComponents("org.syncgate.process").stream()
                .map(bean -> new AnnotationBeanNameGenerator().generateBeanName(bean, registry))
                .collect(toCollection(TreeSet::new));
    }

    /** The names in the expressions of an attribute or of a whole file. */
    static Stream<String> inExpressions(String text) {
        return JUEL.matcher(text.replace("&quot;", "\"").replaceAll("&\\w+;", " "))
                .results()
                .flatMap(expression -> names(expression.group(1)));
    }

    /** The names in a form's FEEL expression or in its templates. */
    static Stream<String> inFormText(String text) {
        return text.startsWith("=")
                ? names(text.substring(1))
                : TEMPLATE.matcher(text).results().flatMap(template -> names(template.group(1)));
    }

    private static Stream<String> names(String expression) {
        String code = TEXT.matcher(expression).replaceAll("");
        Set<String> local =
                LOOP_VARIABLE.matcher(code).results().map(loop -> loop.group(1)).collect(toCollection(TreeSet::new));
        return NAME.matcher(code)
                .results()
                .map(MatchResult::group)
                .filter(name -> !NO_VARIABLES.contains(name) && !local.contains(name));
    }
}
