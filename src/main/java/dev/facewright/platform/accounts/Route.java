package dev.facewright.platform.accounts;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// One row of the route map.
///
/// @param methods  empty: all of them
/// @param open  to everyone, logged in or not
/// @param roles  any of which suffices
/// @param scope  that a token needs besides
record Route(
        Set<HttpMethod> methods, String pattern, RequestMatcher matcher, boolean open, Set<Role> roles, Scope scope) {
    sealed interface Scope {
        /// Any token will do.
        record None() implements Scope {}

        /// For people only.
        record NoToken() implements Scope {}

        record Named(String name) implements Scope {}
    }

    static Route of(Set<HttpMethod> methods, String pattern, boolean open, Set<Role> roles, Scope scope) {
        var path = PathPatternRequestMatcher.withDefaults().matcher(pattern);
        RequestMatcher matcher = methods.isEmpty()
                ? path
                : request -> methods.contains(HttpMethod.valueOf(request.getMethod())) && path.matches(request);
        return new Route(methods, pattern, matcher, open, roles, scope);
    }

    /// A principal that routes can be allowed to.
    sealed interface RoleHolder permits SignedIn, TokenHolder {
        boolean allows(Route route);
    }
}
