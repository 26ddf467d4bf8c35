package org.syncgate;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaConstructor.CONSTRUCTOR_NAME;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house rules that a compiler does not know. */
@AnalyzeClasses(packagesOf = SyncgateApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final int MOST_LINES = 150;

    private static final Set<String> CLOCKS = Set.of("systemUTC", "systemDefaultZone", "system");

    @ArchTest
    static final ArchRule engineTypesStayWhereTheEngineIs = noClasses()
            .that(resideOutsideOfPackages("org.syncgate.process..", "org.syncgate.policy..", "org.syncgate.access.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.camunda.."))
            .because("the engine's forks rename its packages, and then few files change");

    @ArchTest
    static final ArchRule fabric8StaysBehindTheArgoCdPort = noClasses()
            .that(resideOutsideOfPackages("org.syncgate.argocd.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.fabric8.."));

    @ArchTest
    static final ArchRule slackStaysBehindTheNoticesPort = noClasses()
            .that(resideOutsideOfPackages("org.syncgate.notice.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.slack.."));

    @ArchTest
    static final ArchRule nobodyImportsTheProcessButTheWeb = noClasses()
            .that(resideOutsideOfPackages("org.syncgate.process..", "org.syncgate.web.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.syncgate.process.."));

    @ArchTest
    static final ArchRule nobodyImportsTheWeb = noClasses()
            .that(resideOutsideOfPackages("org.syncgate.web.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.syncgate.web.."));

    @ArchTest
    static final ArchRule theModelIsPlain = noClasses()
            .that(resideInAnyPackage("org.syncgate.model.."))
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages("java..", "org.syncgate.model..", "org.jspecify.."));

    @ArchTest
    static final ArchRule theClockBeanTellsTheTime = noClasses()
            .should()
            .accessTargetWhere(describe("reads the machine's clock", ArchitectureTests::readsTheMachinesClock))
            .because("there is one java.time.Clock bean: inject it");

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .andShould()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .andShould()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("jakarta.annotation.Resource");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java"))) {
            assertThat(folders.filter(ArchitectureTests::holdsJava))
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("package-info.java")).exists());
        }
    }

    @Test
    void aClassThatPasses150LinesOfCodeIsTwoClasses() throws IOException {
        var tooLong = new TreeMap<Path, Long>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                long lines = linesOfCode(Files.readString(file));
                if (lines > MOST_LINES) {
                    tooLong.put(file, lines);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** Without comments, blank lines, imports and the package. */
    private static long linesOfCode(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                .count();
    }

    private static boolean holdsJava(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A now() that is given a clock is what the rule asks for; the bean itself has to begin somewhere. */
    private static boolean readsTheMachinesClock(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        var parameters = target.getRawParameterTypes();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.util.Date" -> name.equals(CONSTRUCTOR_NAME) && parameters.isEmpty();
            case "java.time.Clock" ->
                CLOCKS.contains(name)
                        && !access.getOrigin().isAnnotatedWith("org.springframework.context.annotation.Bean");
            default ->
                owner.startsWith("java.time.")
                        && name.equals("now")
                        && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        };
    }
}
