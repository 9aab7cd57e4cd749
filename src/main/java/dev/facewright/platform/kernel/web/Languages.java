package dev.facewright.platform.kernel.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/// The languages of the pages: what the browser asks for until a person chooses with `?lang=`, kept in a cookie
/// then.
@Configuration
public class Languages implements WebMvcConfigurer {
    public static final List<String> ALL = List.of("en", "zh");

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("facewright-language");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    /// The language a page is shown in for that locale.
    public static String of(Locale locale) {
        return ALL.contains(locale.getLanguage()) ? locale.getLanguage() : ALL.getFirst();
    }
}
