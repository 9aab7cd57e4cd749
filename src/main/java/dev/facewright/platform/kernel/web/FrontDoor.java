package dev.facewright.platform.kernel.web;

import dev.facewright.platform.kernel.ServerSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets in no claim of a request about itself: whoever sends it may write anything into `Host`, `Forwarded` and
/// `X-Forwarded-*`. Where the server is reached is what is configured; where a request comes from is its
/// socket's other end, and only from configured proxies what they say of the one before them.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrontDoor extends OncePerRequestFilter {
    private final ServerSettings settings;
    private final TrustedProxies proxies;

    FrontDoor(ServerSettings settings) {
        this.settings = settings;
        this.proxies = new TrustedProxies(settings.trustedProxies());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new AdmittedRequest(request, settings.publicUrl(), proxies.origin(request)), response);
    }

    /// The container asks its own view of the request, which knows nothing of a proxy that ends TLS.
    @Bean
    ServletContextInitializer secureSessionCookie() {
        return context -> {
            if (settings.publicUrl().getScheme().equals("https")) {
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }
}
