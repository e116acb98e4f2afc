package io.sluice.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** ARCHITECTURE.md as tables that the build checks. Change the picture and the tables together. */
class ArchitectureTest {

    private static final String BASE = "io.sluice.";

    /** Which of our packages each package may use, besides itself. Only app may use them all. */
    private static final List<Map.Entry<String, List<String>>> MAY_USE =
            List.of(
                    Map.entry("order", List.of()),
                    Map.entry("risk", List.of("order")),
                    Map.entry("routing", List.of("order")),
                    Map.entry("core", List.of("order", "risk", "routing")),
                    Map.entry("port", List.of("order")),
                    Map.entry("engine", List.of("order", "core", "port")),
                    Map.entry("adapter.fix", List.of("order", "port")),
                    Map.entry("adapter.journal", List.of("order", "port")),
                    Map.entry("adapter.store", List.of("order", "port")),
                    Map.entry("adapter.console", List.of("order", "port")),
                    Map.entry("adapter.metrics", List.of("order", "port")),
                    Map.entry("simulator", List.of()),
                    Map.entry("bench", List.of()));

    /** Where each outside technology may be known. */
    private static final List<Map.Entry<String, List<String>>> KNOWN_ONLY_IN =
            List.of(
                    Map.entry("quickfix..", List.of("adapter.fix", "simulator", "bench.proxy")),
                    Map.entry("org.apache.mina..", List.of("adapter.fix", "simulator")),
                    Map.entry("java.sql..", List.of("adapter.store")),
                    Map.entry("org.flywaydb..", List.of("adapter.store")),
                    Map.entry("com.zaxxer..", List.of("adapter.store")),
                    Map.entry("io.javalin..", List.of("adapter.console", "app")),
                    Map.entry("org.eclipse.jetty..", List.of("adapter.console")),
                    Map.entry("io.micrometer..", List.of("adapter.metrics")),
                    Map.entry("io.prometheus..", List.of("adapter.metrics")),
                    Map.entry("ch.qos.logback..", List.of("app.logging", "simulator", "bench")),
                    Map.entry("net.logstash..", List.of("app.logging")),
                    Map.entry("java.net..", List.of("adapter", "app", "simulator", "bench")));

    private static final List<String> PURE = List.of("order", "risk", "routing", "core");

    /** All that the pure packages may know of Java: no clock, no I/O, no threads, no logger. */
    private static final String[] PURE_MAY_KNOW = {
        "java.lang", "java.lang.runtime", "java.lang.invoke", "java.math", "java.time..",
        "java.util", "java.util.function", "java.util.stream", "org.jspecify..", ""
    };

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.sluice");

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        MAY_USE.forEach(row -> check(usesOnly(row.getKey(), row.getValue())));
    }

    /** The parts of a FIX adapter may use what all FIX sessions share, but not each other. */
    @Test
    void fixAdaptersDoNotKnowEachOther() {
        List<String> parts = List.of("oms", "broker", "dropcopy");
        for (String part : parts) {
            String[] others =
                    parts.stream()
                            .filter(other -> !other.equals(part))
                            .map(other -> BASE + "adapter.fix." + other + "..")
                            .toArray(String[]::new);
            check(
                    noClasses()
                            .that()
                            .resideInAPackage(BASE + "adapter.fix." + part + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(others));
        }
    }

    @Test
    void technologiesAreKnownOnlyWhereTheTableSays() {
        KNOWN_ONLY_IN.forEach(
                row ->
                        check(
                                noClasses()
                                        .that()
                                        .resideOutsideOfPackages(trees(row.getValue()))
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAPackage(row.getKey())));
    }

    @Test
    void thePurePackagesKnowNothingOfTheWorld() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(trees(PURE))
                        .should()
                        .dependOnClassesThat(
                                not(resideInAnyPackage(PURE_MAY_KNOW))
                                        .and(not(resideInAnyPackage(trees(PURE))))));
    }

    @Test
    void thePurePackagesAskNoClock() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(trees(PURE))
                        .should()
                        .callMethodWhere(target(name("now")))
                        .orShould()
                        .dependOnClassesThat()
                        .belongToAnyOf(
                                System.class,
                                Thread.class,
                                java.util.Random.class,
                                java.util.UUID.class,
                                java.time.Clock.class));
    }

    @Test
    void theTableNamesEveryPackage() {
        String[] named =
                Stream.concat(MAY_USE.stream().map(row -> row.getKey()), Stream.of("app"))
                        .map(name -> BASE + name + "..")
                        .toArray(String[]::new);
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(named)
                        .should(
                                be(
                                        DescribedPredicate.describe(
                                                "in no package of the table", _ -> true))));
    }

    private static ArchRule usesOnly(String name, List<String> used) {
        DescribedPredicate<JavaClass> ours = resideInAPackage("io.sluice..");
        DescribedPredicate<JavaClass> allowed =
                resideInAnyPackage(
                        Stream.concat(Stream.of(name), used.stream())
                                .map(it -> BASE + it + "..")
                                .toArray(String[]::new));
        return noClasses()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .dependOnClassesThat(ours.and(not(allowed)));
    }

    private static String[] trees(List<String> names) {
        return names.stream().map(name -> BASE + name + "..").toArray(String[]::new);
    }

    /** A package may be empty while its part is still to be built. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
