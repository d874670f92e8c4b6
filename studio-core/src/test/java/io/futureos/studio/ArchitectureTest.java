package io.futureos.studio;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Set;

/** The arrows between the packages. Each rule is a sentence about the house. */
@AnalyzeClasses(packages = "io.futureos.studio", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.futureos.studio.";
    private static final String[] DOMAIN = {
        ROOT + "model", ROOT + "workflow", ROOT + "change", ROOT + "action", ROOT + "decide"
    };
    private static final String[] VALUES_OF_THE_JDK = {
        "java.lang", "java.lang.invoke", "java.lang.runtime", "java.math", "java.nio.charset", "java.security",
        "java.text", "java.time..", "java.util", "java.util.function", "java.util.regex", "java.util.stream",
    };
    private static final Set<String> ASKING =
            Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID", "random", "systemUTC", "systemDefaultZone");

    @ArchTest
    static final ArchRule the_domain_knows_only_values_of_the_jdk = classes()
            .that(resideInAnyPackage(DOMAIN))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(DOMAIN)
                    .or(resideInAnyPackage(VALUES_OF_THE_JDK))
                    .or(resideInAnyPackage("org.jspecify.annotations"))
                    .or(belongToAnyOf(Serializable.class))
                    .or(DescribedPredicate.describe("are arrays or primitives", ArchitectureTest::isBuiltIn)));

    @ArchTest
    static final ArchRule the_domain_never_asks_the_time_nor_throws_dice = noClasses()
            .that(resideInAnyPackage(DOMAIN))
            .should()
            .callMethodWhere(DescribedPredicate.describe("asks the time or throws dice", ArchitectureTest::asks));

    @ArchTest
    static final ArchRule the_domain_starts_no_threads_and_opens_nothing = noClasses()
            .that(resideInAnyPackage(DOMAIN))
            .should()
            .dependOnClassesThat(belongToAnyOf(
                            Thread.class,
                            ThreadLocal.class,
                            Runtime.class,
                            ProcessBuilder.class,
                            InputStream.class,
                            java.time.Clock.class,
                            java.util.Random.class,
                            java.util.Timer.class,
                            java.util.Scanner.class)
                    .or(resideInAnyPackage("java.security"))
                    .and(not(belongToAnyOf(
                            java.security.MessageDigest.class, java.security.NoSuchAlgorithmException.class))));

    @ArchTest
    static final ArchRule nothing_in_the_domain_knows_what_stands_above_it = noClasses()
            .that(resideInAnyPackage(ROOT + "model"))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(ROOT + "workflow", ROOT + "change", ROOT + "action", ROOT + "decide"));

    @ArchTest
    static final ArchRule the_workflow_knows_only_the_model = onlyKnows("workflow", "model");

    @ArchTest
    static final ArchRule a_change_knows_only_the_model = onlyKnows("change", "model");

    @ArchTest
    static final ArchRule an_action_knows_only_the_model_and_the_workflow = onlyKnows("action", "model", "workflow");

    @ArchTest
    static final ArchRule a_report_knows_only_the_model = onlyKnows("report", "model");

    @ArchTest
    static final ArchRule an_engine_knows_only_the_model_and_the_report = onlyKnows("engine", "model", "report");

    @ArchTest
    static final ArchRule access_knows_only_the_model = onlyKnows("access", "model");

    @ArchTest
    static final ArchRule storage_knows_only_changes_and_the_model = onlyKnows("storage", "change", "model");

    @ArchTest
    static final ArchRule live_events_know_only_changes_and_the_model = onlyKnows("live", "change", "model");

    @ArchTest
    static final ArchRule json_knows_only_the_model = onlyKnows("json", "model");

    @ArchTest
    static final ArchRule only_the_facade_knows_the_runtime = noClasses()
            .that(resideInAnyPackage(ROOT + "*.."))
            .and(not(resideInAnyPackage(ROOT + "runtime")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(ROOT + "runtime"));

    @ArchTest
    static final ArchRule only_json_knows_jackson = noClasses()
            .that(not(resideInAnyPackage(ROOT + "json")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.fasterxml.."));

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    private static ArchRule onlyKnows(String room, String... others) {
        var allowed = new String[others.length + 1];
        allowed[0] = ROOT + room;
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = ROOT + others[i];
        }
        return classes()
                .that(resideInAnyPackage(ROOT + room))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAnyPackage("io.futureos.studio..")).or(resideInAnyPackage(allowed)));
    }

    private static boolean isBuiltIn(JavaClass type) {
        return type.isPrimitive() || type.isArray();
    }

    private static boolean asks(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        return ASKING.contains(target.getName())
                && target.getOwner().getPackageName().startsWith("java.");
    }
}
