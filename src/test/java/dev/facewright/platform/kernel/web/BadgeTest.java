package dev.facewright.platform.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.facewright.platform.FacewrightTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// The one map from statuses to colours and words.
@FacewrightTest
class BadgeTest {
    private final ITemplateEngine templates;

    BadgeTest(ITemplateEngine templates) {
        this.templates = templates;
    }

    @Test
    void everyStatusThereIsHasAColourAndWordsInBothLanguages() {
        List<Object> statuses = statuses();
        assertThat(statuses).hasSizeGreaterThan(20);
        for (Object status : statuses) {
            assertThat(badge(status, Locale.ENGLISH))
                    .as(status.toString())
                    .containsPattern("class=\"badge badge-(ok|info|warn|bad|muted)\"")
                    .containsPattern(">[A-Z][a-z ]+<");
            assertThat(badge(status, Locale.CHINESE)).as(status.toString()).containsPattern(">\\p{IsHan}+<");
        }
    }

    @Test
    void whatEndedBadlyAndWhatMayNotBeUsedIsRed() {
        assertThat(badge("FAILED", Locale.ENGLISH)).contains("badge-bad");
        assertThat(badge("QUARANTINED", Locale.ENGLISH)).contains("badge-bad");
        assertThat(badge("WITHDRAWN", Locale.ENGLISH)).contains("badge-bad");
        assertThat(badge("STALE", Locale.ENGLISH)).contains("badge-warn");
    }

    private String badge(Object status, Locale language) {
        return templates.process("fragments/badge", Set.of("status"), new Context(language, Map.of("status", status)));
    }

    private static List<Object> statuses() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.facewright.platform")
                        .stream()
                        .filter(type -> type.isEnum() && type.getSimpleName().matches(".*(Status|State)"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.<Object>of(Objects.requireNonNull(type.getEnumConstants())))
                        .toList();
    }
}
