package dev.facewright;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.facewright.platform.kernel.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// The house rules that a compiler cannot hold: what the library may know, which of its packages may use which,
/// where native engines are called, and where time comes from.
@AnalyzeClasses(packages = "dev.facewright", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ML = "dev.facewright.ml.";

    /// What each package of the library may use of the rest of it; sub-packages by what they are to their like.
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("graph", List.of()),
            Map.entry("backbone", List.of("graph")),
            Map.entry("head", List.of("graph")),
            Map.entry("process", List.of()),
            Map.entry("torch", List.of("graph", "head", "process")),
            Map.entry("torch.settings", List.of()),
            Map.entry("torch.text", List.of("graph", "torch.settings")),
            Map.entry("torch.gradient", List.of("graph", "torch.text")),
            Map.entry("torch.update", List.of("graph", "torch.text", "torch.settings")),
            Map.entry("torch.objective", List.of("graph", "head", "torch.text")),
            Map.entry(
                    "torch.step",
                    List.of(
                            "graph",
                            "head",
                            "torch.settings",
                            "torch.text",
                            "torch.gradient",
                            "torch.update",
                            "torch.objective")),
            Map.entry("onnx", List.of("graph", "process")),
            Map.entry("image", List.of()),
            Map.entry("augment", List.of("image")),
            Map.entry("detect", List.of("image", "onnx")),
            Map.entry("data", List.of("graph", "image", "augment")),
            Map.entry("train", List.of("graph", "backbone", "head", "torch", "data", "augment")),
            Map.entry("compress", List.of("graph", "onnx", "data")),
            Map.entry("compress.pass", List.of("graph")),
            Map.entry("verify", List.of()),
            Map.entry("bundle", List.of("graph", "onnx", "compress")),
            Map.entry("synth", List.of("image")));

    /// Of Jackson it knows the writer of text, not what turns objects into it.
    @ArchTest
    static final ArchRule theLibraryKnowsNoServer = noClasses()
            .that()
            .resideInAPackage("dev.facewright.ml..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "dev.facewright.platform..",
                            "org.springframework..",
                            "jakarta..",
                            "java.sql..",
                            "io.minio..",
                            "tools.jackson..",
                            "com.fasterxml..")
                    .and(not(resideInAPackage("tools.jackson.core.."))));

    @ArchTest
    static void eachPackageOfTheLibraryUsesOnlyWhatItMay(JavaClasses classes) {
        MAY_USE.forEach((name, others) -> library(name, others).check(classes));
    }

    @ArchTest
    static void noPackageOfTheLibraryIsWithoutARule(JavaClasses classes) {
        Set<String> packages = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ML))
                .map(name -> name.substring(ML.length()))
                .collect(Collectors.toSet());
        assertThat(MAY_USE.keySet()).containsAll(packages);
    }

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
    static final ArchRule onlyImagesCallOpenCv = noClasses()
            .that()
            .resideOutsideOfPackage(ML + "image..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule onlyOnnxReadsAndWritesItsFiles = noClasses()
            .that()
            .resideOutsideOfPackage(ML + "onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnx..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule programsAreOpenedByTheirSettings = noClasses()
            .that()
            .resideOutsideOfPackage(ML + "torch..")
            .should()
            .dependOnClassesThat(resideInAPackage(ML + "torch.*..").and(not(resideInAPackage(ML + "torch.settings"))));

    @ArchTest
    static final ArchRule libraryPackagesHaveNoCycles =
            slices().matching("dev.facewright.ml.(*)..").should().beFreeOfCycles();

    /// Those within one package too, the package on top of them among them.
    @ArchTest
    static final ArchRule subPackagesOfTheLibraryHaveNoCycles =
            slices().matching("dev.facewright.ml.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfAModuleHaveNoCycles =
            slices().matching("dev.facewright.platform.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsKnowNoServiceAboveThem = classes().should(new KnowOnlyValuesAbove());

    @ArchTest
    static void noModuleKnowsItsPages(JavaClasses classes) {
        classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.endsWith(".web"))
                .distinct()
                .forEach(web -> noClasses()
                        .that()
                        .resideInAPackage(web.substring(0, web.length() - "web".length()) + ".")
                        .and()
                        .resideOutsideOfPackage(web + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(web + "..")
                        .check(classes));
    }

    @ArchTest
    static final ArchRule theLibraryIsUsedByTheModulesThatTrainAndMeasure = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.facewright.platform.kernel..",
                    "dev.facewright.platform.accounts..",
                    "dev.facewright.platform.audit..",
                    "dev.facewright.platform.storage..",
                    "dev.facewright.platform.signing..",
                    "dev.facewright.platform.consent..",
                    "dev.facewright.platform.jobs..",
                    "dev.facewright.platform.erasure..",
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
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class);

    /// Each says why in its comment; everything else is an entity, a repository and its projections.
    @ArchTest
    static final ArchRule sqlIsWrittenByHandWhereItEarnsItsPlace = noClasses()
            .that()
            .resideOutsideOfPackages("dev.facewright.bench..")
            .and()
            .haveNameNotMatching(
                    ".*\\.(JobRepository|JobBoard|LaneClients|AuditEntries|AuditFilter|RunMetrics|ModelMetrics)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.jdbc..");

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

    private static ArchRule library(String name, List<String> mayUse) {
        String[] allowed = Stream.concat(Stream.of(name), mayUse.stream())
                .map(other -> ML + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ML + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.facewright..").and(not(resideInAnyPackage(allowed))));
    }
}
