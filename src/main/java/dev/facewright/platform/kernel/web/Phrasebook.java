package dev.facewright.platform.kernel.web;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.context.MessageSourceProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Sentences that are kept as facts in English, such as how a figure was measured, in the reader's language.
///
/// A sentence is taken apart at its semicolons, and each clause is known by the English text of a `phrase.` in the
/// bundles. What is not known stays as it is.
@Component("phrases")
class Phrasebook {
    private static final String PREFIX = "phrase.";
    private static final String BETWEEN = "; ";

    private final Map<String, MessageFormat> english = new HashMap<>();
    private final MessageSource messages;

    Phrasebook(MessageSource messages, MessageSourceProperties bundles) {
        this.messages = messages;
        for (String bundle : bundles.getBasename()) {
            ResourceBundle texts = ResourceBundle.getBundle(bundle, Locale.ROOT);
            texts.keySet().stream()
                    .filter(key -> key.startsWith(PREFIX))
                    .forEach(key -> english.put(key, new MessageFormat(texts.getString(key), Locale.ROOT)));
        }
    }

    public String told(String sentence) {
        return clauses(sentence)
                .map(clause -> {
                    String told = translated(clause);
                    return told == null ? clause : told;
                })
                .collect(Collectors.joining(messages.getMessage("layout.clauses", null, locale())));
    }

    /// The language of what is told, if it is not the page's.
    public @Nullable String language(String sentence) {
        boolean known = clauses(sentence).allMatch(clause -> translated(clause) != null);
        return known ? null : Locale.ENGLISH.getLanguage();
    }

    private @Nullable String translated(String clause) {
        for (Entry<String, MessageFormat> phrase : english.entrySet()) {
            ParsePosition end = new ParsePosition(0);
            // a format may be used by one thread at a time
            Object[] arguments = ((MessageFormat) phrase.getValue().clone()).parse(clause, end);
            if (arguments != null && end.getIndex() == clause.length()) {
                return messages.getMessage(phrase.getKey(), arguments, locale());
            }
        }
        return null;
    }

    private static Stream<String> clauses(String sentence) {
        return Stream.of(sentence.split(BETWEEN, -1));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
