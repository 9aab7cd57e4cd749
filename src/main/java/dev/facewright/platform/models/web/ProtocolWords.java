package dev.facewright.platform.models.web;

import dev.facewright.platform.models.Protocol;
import dev.facewright.platform.models.Protocol.FoldedVerification;
import dev.facewright.platform.models.Protocol.LastEpoch;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// How figures were come by, in words; `@protocols` in templates.
@Component("protocols")
class ProtocolWords {
    private final MessageSource messages;

    ProtocolWords(MessageSource messages) {
        this.messages = messages;
    }

    /// In the reader's language.
    public String told(Protocol protocol) {
        return told(protocol, LocaleContextHolder.getLocale());
    }

    /// The language of what is told, if it is not the page's.
    public @Nullable String language(Protocol protocol) {
        return protocol instanceof Protocol.Stated ? Locale.ENGLISH.getLanguage() : null;
    }

    String told(Protocol protocol, Locale locale) {
        var words = new Clauses(locale);
        return switch (protocol) {
            case FoldedVerification folded -> words.of(folded);
            case LastEpoch epoch -> words.of(epoch);
            case Protocol.StepTimes _ -> words.clause("step-times");
            case Protocol.ValidationPairs pairs ->
                words.clause("validation-pairs", pairs.genuine(), pairs.impostors(), pairs.folds());
            case Protocol.Stated stated -> stated.sentence();
        };
    }

    private final class Clauses {
        private final Locale locale;

        Clauses(Locale locale) {
            this.locale = locale;
        }

        String of(FoldedVerification folded) {
            return joined(
                    clause("folded-verification", folded.on().name(), folded.folds()),
                    clause("embedding." + folded.embedding()),
                    of(folded.detection()));
        }

        private String of(FoldedVerification.@Nullable Detection detection) {
            return detection == null
                    ? clause("aligned")
                    : joined(
                            clause("detected", detection.detector()),
                            clause("no-face", detection.withoutFace(), detection.images()));
        }

        String of(LastEpoch epoch) {
            LastEpoch.Skipped skipped = epoch.skipped();
            return joined(
                    clause("last-epoch." + epoch.learning()),
                    skipped == null ? "" : clause("skipped", skipped.steps(), skipped.of()),
                    epoch.averaged() ? clause("averaged") : "");
        }

        /// Numbers go in as they are, without separators.
        String clause(String key, Object... arguments) {
            Object[] texts = Stream.of(arguments).map(String::valueOf).toArray();
            return messages.getMessage("models.protocol." + key, texts, locale);
        }

        private String joined(String... clauses) {
            return Stream.of(clauses)
                    .filter(clause -> !clause.isEmpty())
                    .collect(Collectors.joining(messages.getMessage("layout.clauses", null, locale)));
        }
    }
}
