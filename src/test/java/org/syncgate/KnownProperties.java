package org.syncgate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The properties that somebody reads: Spring's from its metadata, Syncgate's from its records of properties.
 *
 * @param names in kebab-case; an element of a list has the list's name
 * @param maps those whose keys are for whoever writes them to choose
 */
record KnownProperties(Set<String> names, Set<String> maps) {

    static KnownProperties read() throws IOException {
        Set<String> names = new TreeSet<>();
        Set<String> maps = new TreeSet<>();
        for (URL metadata : Collections.list(
                KnownProperties.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode property : new ObjectMapper().readTree(metadata).path("properties")) {
                names.add(property.get("name").asText());
            }
        }
        ClassPathScanningCandidateComponentProvider ours = new ClassPathScanningCandidateComponentProvider(false);
        ours.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        ours.findCandidateComponents("org.syncgate").stream()
                .map(definition -> ClassUtils.resolveClassName(String.valueOf(definition.getBeanClassName()), null))
                .forEach(type -> addAll(prefix(type), type, names, maps));
        return new KnownProperties(names, maps);
    }

    boolean has(String name) {
        return names.contains(name) || maps.stream().anyMatch(map -> name.startsWith(map + "."));
    }

    /** Whether an environment variable sets one of them, as Spring Boot reads those. */
    boolean hasVariable(String name) {
        return names.stream()
                .map(property -> property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet())
                .contains(name);
    }

    private static String prefix(Class<?> type) {
        ConfigurationProperties annotation =
                AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
        return annotation == null ? "" : annotation.prefix();
    }

    private static void addAll(String prefix, Class<?> type, Set<String> names, Set<String> maps) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + kebab(component.getName());
            names.add(name);
            if (component.getType() == Map.class) {
                maps.add(name);
            }
            Class<?> element = element(component.getGenericType());
            if (element.isRecord()) {
                addAll(name, element, names, maps);
            }
        }
    }

    private static Class<?> element(Type type) {
        if (type instanceof ParameterizedType several) {
            Type[] arguments = several.getActualTypeArguments();
            return element(arguments[arguments.length - 1]);
        }
        return type instanceof Class<?> one ? one : Object.class;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
