package dev.facewright.platform.accounts;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/// What browsers are told to forbid the pages.
final class SecurityHeaders {
    private static final String COMMON = "default-src 'none'; script-src 'self'; img-src 'self' data: blob:; "
            + "connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; ";
    private static final String PAGES = COMMON + "style-src 'self'";
    /// The API's documentation page sets styles of its own while it runs.
    private static final String API_DOCUMENTATION = COMMON + "style-src 'self' 'unsafe-inline'";

    private SecurityHeaders() {}

    static void write(HeadersConfigurer<HttpSecurity> headers) {
        var documentation = PathPatternRequestMatcher.withDefaults().matcher("/swagger-ui/**");
        headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                documentation, new ContentSecurityPolicyHeaderWriter(API_DOCUMENTATION)));
        headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(documentation), new ContentSecurityPolicyHeaderWriter(PAGES)));
        headers.frameOptions(frames -> frames.deny());
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(permissions ->
                permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"));
        headers.addHeaderWriter((request, response) -> response.setHeader("Cross-Origin-Opener-Policy", "same-origin"));
        headers.addHeaderWriter(
                (request, response) -> response.setHeader("Cross-Origin-Resource-Policy", "same-origin"));
    }
}
