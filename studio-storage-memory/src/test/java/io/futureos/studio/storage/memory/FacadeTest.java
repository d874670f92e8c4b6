package io.futureos.studio.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.futureos.studio.LiveSession;
import io.futureos.studio.StudioOrchestrator;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The facade as a whole: what is public there is tried here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FacadeTest {

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(FacadeTest.class.getPackageName());

    @Test
    void every_method_of_the_facade_is_called_by_a_test() {
        var untried = new TreeSet<>(methods());
        untried.removeAll(called());

        assertThat(untried).isEmpty();
    }

    @Test
    void the_facade_is_found_whole() {
        assertThat(types())
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder(
                        "StudioOrchestrator",
                        "Builder",
                        "ProjectOperations",
                        "WorkbenchOperations",
                        "ReportOperations",
                        "CollaborationOperations",
                        "TemplateOperations",
                        "JobOperations",
                        "LiveSession");
    }

    /** The Studio, what wires it, what it hands out, and what its sub-facades hand out to be called. */
    private static Set<Class<?>> types() {
        var types = new LinkedHashSet<Class<?>>(
                Set.of(StudioOrchestrator.class, StudioOrchestrator.Builder.class, LiveSession.class));
        Stream.of(StudioOrchestrator.class.getMethods())
                .map(Method::getReturnType)
                .filter(type -> type.getPackageName().equals(StudioOrchestrator.class.getPackageName()))
                .forEach(types::add);
        return types;
    }

    private static Set<String> methods() {
        return types().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(method -> name(
                        method.getDeclaringClass().getName(),
                        method.getName(),
                        Arrays.stream(method.getParameterTypes()).map(Class::getName)))
                .collect(Collectors.toSet());
    }

    private static Set<String> called() {
        return TESTS.stream()
                .flatMap(test -> test.getCodeUnitAccessesFromSelf().stream())
                .map(JavaAccess::getTarget)
                .map(target -> (com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget) target)
                .map(target -> name(
                        target.getOwner().getName(),
                        target.getName(),
                        target.getRawParameterTypes().stream().map(JavaClass::getName)))
                .collect(Collectors.toSet());
    }

    private static String name(String type, String method, Stream<String> parameters) {
        return type + "." + method + parameters.collect(Collectors.joining(", ", "(", ")"));
    }
}
