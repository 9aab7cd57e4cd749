package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.web.ErrorForward;
import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/// Two ways in, besides what is published: a token with each request, for services, and a session after the login form,
/// for people.
@Configuration
class WebSecurity {
    private final RouteAuthorization routes;
    private final RefusedRequests refused;

    WebSecurity(RouteAuthorization routes, RefusedRequests refused) {
        this.routes = routes;
        this.refused = refused;
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    /// Nobody is asked who they are, and nobody is given a cookie: a copy may be kept on the way for others.
    @Bean
    @Order(0)
    SecurityFilterChain everyone(HttpSecurity http) {
        guard(http);
        return http.securityMatcher(RouteMap::isPublished)
                .csrf(CsrfConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    /// No cookie counts here, so there is nothing a foreign site could make a browser send along: no CSRF
    /// tokens.
    @Bean
    @Order(1)
    SecurityFilterChain services(HttpSecurity http, ApiTokens tokens) {
        guard(http);
        return http.securityMatcher(TokenFilter::applies)
                .csrf(CsrfConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new TokenFilter(tokens), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http, PasswordProvider passwords, Accounts accounts, Sessions sessions, Logouts logouts) {
        guard(http);
        // the only one: asked again by a parent that knows it too, each failure would count twice
        return http.authenticationManager(new ProviderManager(passwords))
                // processes of this server show a secret of their own
                .csrf(csrf -> csrf.spa().ignoringRequestMatchers("/api/internal/**"))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(RefusedRequests.loggedIn())
                        .failureHandler(loginFailed()))
                .logout(logout -> logout.addLogoutHandler(logouts)
                        .logoutSuccessUrl("/login?out")
                        .deleteCookies("facewright-session"))
                .requestCache(cache -> cache.requestCache(RefusedRequests.requestedPages()))
                .addFilterAfter(new SessionCheck(accounts, sessions), SecurityContextHolderFilter.class)
                .addFilterBefore(new FileGate(routes, refused), CsrfFilter.class)
                .build();
    }

    private void guard(HttpSecurity http) {
        http.authorizeHttpRequests(requests -> requests
                        // a request that went in once is not asked again when it goes on inside the server
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(routes))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refused).accessDeniedHandler(refused))
                .headers(SecurityHeaders::write);
    }

    private static AuthenticationFailureHandler loginFailed() {
        return (request, response, failure) -> {
            if (failure instanceof PasswordProvider.Throttled throttled) {
                ErrorForward.answer(request, response, throttled.refusal());
            } else {
                response.sendRedirect(request.getContextPath() + "/login?error");
            }
        };
    }
}
