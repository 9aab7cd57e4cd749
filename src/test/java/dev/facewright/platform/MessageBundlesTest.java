package dev.facewright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.facewright.ml.head.Heads;
import dev.facewright.ml.onnx.UnsupportedOnnx;
import dev.facewright.ml.train.ObjectiveRecipe;
import dev.facewright.ml.train.RecipeProblem;
import dev.facewright.ml.verify.MalformedPairs;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.models.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every text a person reads is there in both languages.
class MessageBundlesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("frontend-templates");
    private static final Pattern KEY = Pattern.compile("#\\{\\s*([a-zA-Z][\\w.-]*[\\w])\\s*[}(]");
    private static final Pattern COLUMNS = Pattern.compile("columns=\\$\\{ \\{(.*?)}");
    private static final Pattern COLUMN = Pattern.compile("'([\\w.-]+\\.[\\w.-]+)[ \\w-]*'");

    @Test
    void englishAndChineseHaveTheSameKeys() {
        for (Path english : bundles(false)) {
            Path chinese =
                    english.resolveSibling(english.getFileName().toString().replace(".properties", "_zh.properties"));
            assertThat(chinese).exists();
            assertThat(keys(chinese)).as(chinese.toString()).isEqualTo(keys(english));
        }
    }

    @Test
    void everyKeyATemplateNamesExists() {
        Set<String> known = new TreeSet<>();
        bundles(false).forEach(bundle -> known.addAll(keys(bundle)));
        List<String> missing = new ArrayList<>();
        for (Path template : files(TEMPLATES, ".html")) {
            keysIn(read(template))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.add(template + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRefusalHasATitleAndADetail() {
        Set<String> known = new TreeSet<>();
        bundles(false).forEach(bundle -> known.addAll(keys(bundle)));
        Set<String> slugs = new TreeSet<>();
        Pattern slug = Pattern.compile("super\\(\\s*ProblemKind\\.\\w+,\\s*\"([a-z0-9-]+)\"");
        for (Path source : files(Path.of("src/main/java/dev/facewright/platform"), ".java")) {
            slug.matcher(read(source)).results().forEach(result -> slugs.add(result.group(1)));
        }
        long exceptions = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.facewright.platform")
                        .stream()
                        .filter(type -> type.isAssignableTo(DomainException.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .count();
        assertThat(slugs).hasSizeGreaterThanOrEqualTo((int) (exceptions * 0.8));
        assertThat(slugs)
                .allSatisfy(each -> assertThat(known).contains("problem." + each, "problem." + each + ".detail"));
    }

    @Test
    void everyRuleOfTheLibraryHasItsWords() {
        Set<String> known = new TreeSet<>();
        bundles(true).forEach(bundle -> known.addAll(keys(bundle)));
        assertThat(known)
                .containsAll(texts("training.recipe.problem.", RecipeProblem.Rule.values(), RecipeProblem.Rule.OTHER))
                .containsAll(texts("training.onnx.", UnsupportedOnnx.Rule.values(), null))
                .containsAll(texts("benchmark.pairs-rule.", MalformedPairs.Rule.values(), null));
    }

    @Test
    void everyFigureHasItsWords() {
        Set<String> known = new TreeSet<>();
        bundles(true).forEach(bundle -> known.addAll(keys(bundle)));
        assertThat(Quantity.values()).allSatisfy(each -> assertThat(known).contains("models.metric." + each.slug()));
    }

    /// Those that stand for themselves and those of a table's columns.
    private static Stream<String> keysIn(String template) {
        return Stream.concat(
                groups(KEY, template), groups(COLUMNS, template).flatMap(columns -> groups(COLUMN, columns)));
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
    }

    @Test
    void everyLossAndAllThatItCanBeToldHasItsWords() {
        Stream<String> choices = Stream.concat(
                Heads.names().stream(), Stream.of(ObjectiveRecipe.Kind.values()).map(Enum::name));
        Stream<String> fields = Stream.concat(
                Heads.options().stream().map(option -> "head." + option.name()),
                ObjectiveRecipe.SUPERVISED.options().all().stream().map(option -> "objective." + option.name()));
        List<String> needed = Stream.concat(
                        choices.map(choice -> "choice." + choice),
                        fields.flatMap(field -> Stream.of(field, field + ".hint")))
                .map(key -> "training.recipe." + key)
                .toList();
        for (boolean chinese : new boolean[] {true, false}) {
            Set<String> known = new TreeSet<>();
            bundles(chinese).forEach(bundle -> known.addAll(keys(bundle)));
            assertThat(known).containsAll(needed);
        }
    }

    private static List<String> texts(String prefix, Enum<?>[] rules, @Nullable Enum<?> untold) {
        return Stream.of(rules)
                .filter(rule -> rule != untold)
                .map(rule -> prefix + rule.name())
                .toList();
    }

    private static List<Path> bundles(boolean chinese) {
        return files(BUNDLES, ".properties").stream()
                .filter(path -> path.toString().endsWith("_zh.properties") == chinese)
                .toList();
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys(Path bundle) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
