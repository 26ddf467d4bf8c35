package org.syncgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.AnnotationSupport.findRepeatableAnnotations;

import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.suite.api.ExcludeTags;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.BeanOverride;

/** Each class of integration tests is in one suite, and nothing starts a second application beside {@link SideBySideSuite}'s. */
class SuitesTests {

    private static final Set<String> OTHER_SUITES =
            Set.of(SideBySideSuite.class.getAnnotation(ExcludeTags.class).value());

    static Stream<Class<?>> integrationTests() {
        return ReflectionSupport.findAllClassesInPackage(
                "org.syncgate",
                test -> test.getEnclosingClass() == null && !Modifier.isAbstract(test.getModifiers()),
                name -> name.endsWith("IT"))
                .stream();
    }

    static Stream<Class<?>> sideBySide() {
        return integrationTests().filter(test -> suites(test).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("integrationTests")
    void aClassIsInNoTwoSuites(Class<?> test) {
        assertThat(suites(test)).hasSizeLessThanOrEqualTo(1);
    }

    /** Of the applications of one JVM only one has the webapps: they keep it in static fields. */
    @ParameterizedTest
    @MethodSource("sideBySide")
    void whatRunsSideBySideBringsNothingThatMakesAnotherApplication(Class<?> test) {
        for (Class<?> type = test; isJourney(test) && !isJourneyItself(type); type = type.getSuperclass()) {
            MergedAnnotations annotations = MergedAnnotations.from(type, SearchStrategy.DIRECT);
            assertThat(Stream.<Class<? extends Annotation>>of(TestPropertySource.class, Import.class)
                            .filter(annotations::isPresent))
                    .as(type.getName())
                    .isEmpty();
            assertThat(type.getDeclaredMethods())
                    .as(type.getName())
                    .noneMatch(method -> method.isAnnotationPresent(DynamicPropertySource.class));
            assertThat(type.getDeclaredFields())
                    .as(type.getName())
                    .noneMatch(field -> MergedAnnotations.from(field).isPresent(BeanOverride.class));
        }
    }

    private static List<String> suites(Class<?> test) {
        return findRepeatableAnnotations(test, Tag.class).stream()
                .map(Tag::value)
                .filter(OTHER_SUITES::contains)
                .distinct()
                .toList();
    }

    private static boolean isJourney(Class<?> type) {
        return type != null && (isJourneyItself(type) || isJourney(type.getSuperclass()));
    }

    private static boolean isJourneyItself(Class<?> type) {
        return type.getName().equals("org.syncgate.journey.Journey");
    }
}
