package dev.facewright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.facewright.platform.kernel.DomainEvent;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// The house rules that a compiler cannot hold: what the library may know, which of its packages may use which,
/// where native engines are called, and where time comes from.
@AnalyzeClasses(packages = "dev.facewright", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ML = "dev.facewright.ml.";

    @ArchTest
    static final ArchRule theLibraryKnowsNoServer = noClasses()
            .that()
            .resideInAPackage("dev.facewright.ml..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.facewright.platform..",
                    "org.springframework..",
                    "jakarta..",
                    "java.sql..",
                    "io.minio..",
                    "tools.jackson..",
                    "com.fasterxml..");

    @ArchTest
    static final ArchRule onlyTheEngineCallsDjl = noClasses()
            .that()
            .resideOutsideOfPackage(ML + "torch")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule onlyOnnxAndTheDetectorCallOnnxRuntime = noClasses()
            .that()
            .resideOutsideOfPackages(ML + "onnx..", ML + "detect..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule theGraphKnowsNothingElse = library("graph");

    @ArchTest
    static final ArchRule backbonesAreGraphs = library("backbone", "graph");

    @ArchTest
    static final ArchRule headsAreGraphs = library("head", "graph");

    @ArchTest
    static final ArchRule theCompilerUsesGraphsAndHeads = library("torch", "graph", "head", "process");

    @ArchTest
    static final ArchRule settingsOfAProgramAreValues = library("torch.settings");

    @ArchTest
    static final ArchRule networksAreWrittenWithoutLossOrGradient = library("torch.text", "graph", "torch.settings");

    @ArchTest
    static final ArchRule gradientsAreText = library("torch.gradient", "graph", "torch.text");

    @ArchTest
    static final ArchRule updatesAreText = library("torch.update", "graph", "torch.text", "torch.settings");

    @ArchTest
    static final ArchRule objectivesAreText = library("torch.objective", "graph", "head", "torch.text");

    @ArchTest
    static final ArchRule stepsArePutTogetherWithoutTheEngine = library(
            "torch.step",
            "graph",
            "head",
            "torch.settings",
            "torch.text",
            "torch.gradient",
            "torch.update",
            "torch.objective");

    @ArchTest
    static final ArchRule programsAreOpenedByTheirSettings = noClasses()
            .that()
            .resideOutsideOfPackage(ML + "torch..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(ML + "torch.*..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(ML + "torch.settings"))));

    @ArchTest
    static final ArchRule onnxUsesGraphs = library("onnx", "graph", "process");

    @ArchTest
    static final ArchRule imagesKnowNothingElse = library("image");

    @ArchTest
    static final ArchRule detectorsUseImages = library("detect", "image", "onnx");

    @ArchTest
    static final ArchRule verificationIsPlainArithmetic = library("verify");

    @ArchTest
    static final ArchRule compressionIsGraphToGraph = library("compress", "graph", "onnx", "data");

    @ArchTest
    static final ArchRule bundlesUseOnnxAndCompression = library("bundle", "graph", "onnx", "compress");

    @ArchTest
    static final ArchRule syntheticFacesUseImages = library("synth", "image");

    @ArchTest
    static final ArchRule libraryPackagesHaveNoCycles =
            slices().matching("dev.facewright.ml.(*)..").should().beFreeOfCycles();

    // the rooms of a module; what its top holds is its API, which they all speak
    @ArchTest
    static final ArchRule roomsOfDatasetsHaveNoCycles = slices().matching("dev.facewright.platform.datasets.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule theLibraryIsUsedByTheModulesThatTrainAndMeasure = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.facewright.platform.kernel..",
                    "dev.facewright.platform.accounts..",
                    "dev.facewright.platform.audit..",
                    "dev.facewright.platform.storage..",
                    "dev.facewright.platform.consent..",
                    "dev.facewright.platform.jobs..",
                    "dev.facewright.platform.models..",
                    "dev.facewright.platform.dashboard..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.facewright.ml..");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .resideOutsideOfPackage("dev.facewright.bench..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule settingsAreTyped = noMethods().should().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule dependenciesComeByConstructor = com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule eventsAreRecords = classes()
            .that()
            .implement(DomainEvent.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .beRecords();

    private static ArchRule library(String name, String... mayUse) {
        String[] allowed = Arrays.stream(mayUse).map(other -> ML + other + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ML + name + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.facewright..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(ML + name + "..")))
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
                .allowEmptyShould(true);
    }
}
