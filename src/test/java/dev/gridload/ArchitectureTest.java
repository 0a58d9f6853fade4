package dev.gridload;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Which package may know which. The table of the modules stands in their package-info files; the rest is here. */
@AnalyzeClasses(packages = "dev.gridload", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Steps meet in the ledger, not in each other's classes. */
    @ArchTest
    static final ArchRule stepsDoNotKnowEachOther =
            slices().matching("dev.gridload.pipeline.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule onlyTheLedgerSpeaksSql = noClasses()
            .that(resideOutsideOfPackages("dev.gridload.ledger.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.sql..", "org.springframework.jdbc..", "org.postgresql..", "com.zaxxer..", "org.flywaydb.."));

    @ArchTest
    static final ArchRule onlyGridCallsOut = noClasses()
            .that(resideOutsideOfPackages("dev.gridload.grid.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http.."));

    /** Written from Grid's documents alone: a mistake of the client must not be repeated there. */
    @ArchTest
    static final ArchRule sandboxSharesNoClassWithTheClient = noClasses()
            .that()
            .resideInAPackage("dev.gridload.sandbox..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("dev.gridload..").and(resideOutsideOfPackages("dev.gridload.sandbox..")));

    @ArchTest
    static final ArchRule csvLibraryIsUsedWhereCsvIsReadAndWritten = noClasses()
            .that(resideOutsideOfPackages("dev.gridload.pipeline.read..", "dev.gridload.pipeline.report.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.commons.csv.."));

    @ArchTest
    static final ArchRule onlyTheProgramKnowsTheCommandLine = classes()
            .that()
            .resideInAPackage("dev.gridload.cli..")
            .should()
            .onlyHaveDependentClassesThat(
                    resideInAnyPackage("dev.gridload.cli..").or(type(Gridload.class)));

    @ArchTest
    static final ArchRule onlyRunsKnowSpringBatch = noClasses()
            .that(resideOutsideOfPackages("dev.gridload.pipeline..", "dev.gridload.run.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework.batch.."));

    @Test
    void modulesUseWhatTheirPackageInfoAllows() {
        ApplicationModules.of("dev.gridload").verify();
    }
}
