package dev.facewright.platform.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.audit.Look;
import dev.facewright.platform.audit.web.LookMap.Seen;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Nobody can add a page or a resource without saying what of people is to be seen there.
@FacewrightTest
class LookMapTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final RequestMappingHandlerMapping routes;
    private final MessageSource words;

    LookMapTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes, MessageSource words) {
        this.routes = routes;
        this.words = words;
    }

    @Test
    void eachRouteThatReadsSaysWhatIsLookedAt() {
        Set<String> said = new TreeSet<>(LookMap.seen().keySet());
        assertThat(said).doesNotContainAnyElementsOf(LooklessRoutes.PATTERNS);
        said.addAll(LooklessRoutes.PATTERNS);
        assertThat(said).containsAll(reading());
    }

    @Test
    void whatIsLookedAtHasItsWords() {
        Stream<String> looks = Arrays.stream(Look.values()).map(look -> "audit.action." + look.action());
        Stream<String> facts = LookMap.seen().values().stream()
                .flatMap(LookMapTest::facts)
                .distinct()
                .map(name -> "audit.key." + name);
        Stream.concat(looks, facts).forEach(key -> {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(words.getMessage(key, null, "", locale))
                        .as(key + " " + locale)
                        .isNotEmpty();
            }
        });
    }

    private static Stream<String> facts(Seen seen) {
        return VARIABLE.matcher(seen.pattern())
                .results()
                .map(found -> found.group(1).equals("id") ? seen.id() : found.group(1));
    }

    private TreeSet<String> reading() {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("dev.facewright"))
                .map(each -> each.getKey())
                .filter(route -> route.getMethodsCondition().isEmpty()
                        || route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .filter(pattern -> !pattern.contains("/test"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
