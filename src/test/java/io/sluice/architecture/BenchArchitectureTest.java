package io.sluice.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/** The measurement stands apart: it knows FIX, and nothing of what it measures. */
class BenchArchitectureTest {

    private static final JavaClasses SLUICE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.sluice");

    @Test
    void benchKnowsNeitherRouterNorSimulator() {
        classes()
                .that()
                .resideInAPackage("io.sluice.bench..")
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.describe(
                                "are of bench, or of nobody in this project",
                                BenchArchitectureTest::isBenchOrForeign))
                .check(SLUICE);
    }

    private static boolean isBenchOrForeign(JavaClass it) {
        return it.getPackageName().startsWith("io.sluice.bench")
                || !it.getPackageName().startsWith("io.sluice");
    }

    @Test
    void nobodyKnowsBench() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.sluice.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.sluice.bench..")
                .check(SLUICE);
    }

    @Test
    void onlyTheComparisonProxyKnowsQuickFix() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.sluice.bench",
                        "io.sluice.bench.load..",
                        "io.sluice.bench.peer..",
                        "io.sluice.bench.report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("quickfix..")
                .check(SLUICE);
    }
}
