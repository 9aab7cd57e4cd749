package dev.facewright.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import java.io.File;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Whatever can stand in the audit log is told in both languages.
class EventWordsTest {
    private static final ResourceBundleMessageSource WORDS = words();

    static Stream<Class<?>> events() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.facewright.platform")
                        .stream()
                        .filter(type -> type.isAssignableTo(DomainEvent.class) && type.isRecord())
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventAndEachOfItsFactsHasItsWords(Class<?> type) throws ReflectiveOperationException {
        AuditFacts facts = ((DomainEvent) anyOf(type)).facts();
        if (!facts.action().startsWith("refused.")) { // told by the refusal's own title
            has("audit.action." + facts.action());
        }
        for (Fact fact : facts.facts()) {
            has("audit.key." + fact.name());
        }
    }

    private static ResourceBundleMessageSource words() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        for (File bundle : Objects.requireNonNull(new File("src/main/resources/messages").listFiles())) {
            words.addBasenames("messages/" + bundle.getName().replaceAll("(_zh)?\\.properties$", ""));
        }
        return words;
    }

    private static void has(String key) {
        for (Locale locale : List.of(Locale.ROOT, Locale.CHINESE)) {
            assertThat(WORDS.getMessage(key, null, "", locale))
                    .as(key + " in " + locale.toLanguageTag())
                    .isNotEmpty();
        }
    }

    /// One of it: what it says does not matter, only that it says it.
    private static Object anyOf(Class<?> type) throws ReflectiveOperationException {
        if (type == UUID.class) {
            return UUID.randomUUID();
        }
        if (type == String.class) {
            return "a-slug";
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == double.class) {
            return 1.0;
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] arguments = new Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = anyOf(constructor.getParameterTypes()[i]);
        }
        return constructor.newInstance(arguments);
    }
}
