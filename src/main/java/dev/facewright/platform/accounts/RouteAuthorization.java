package dev.facewright.platform.accounts;

import dev.facewright.platform.accounts.Route.RoleHolder;
import dev.facewright.platform.kernel.ServerSettings;
import dev.facewright.platform.kernel.web.Admission;
import dev.facewright.platform.kernel.web.Routes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/// Decides every request by the route table. A worker lets nothing in but health checks and metrics.
@Component
class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
    private static final String UNKNOWN = RouteAuthorization.class.getName() + ".unknown";

    private final boolean answersRequests;
    private final Presence presence;

    RouteAuthorization(ServerSettings settings, Presence presence) {
        this.answersRequests = settings.role().answersRequests();
        this.presence = presence;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var route = RouteMap.of(request).filter(this::served);
        route.ifPresentOrElse(
                found -> Routes.remember(request, found.pattern()), () -> request.setAttribute(UNKNOWN, true));
        return new AuthorizationDecision(
                route.filter(found -> found.open() || allowed(authentication.get(), found, request))
                        .isPresent());
    }

    private boolean served(Route route) {
        return answersRequests
                || route.pattern().startsWith("/actuator")
                || route.pattern().equals("/error");
    }

    private boolean allowed(@Nullable Authentication authentication, Route route, HttpServletRequest request) {
        Optional<RoleHolder> holder = Optional.ofNullable(authentication)
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getPrincipal)
                .filter(RoleHolder.class::isInstance)
                .map(RoleHolder.class::cast)
                .filter(principal -> principal.allows(route));
        HttpSession session = request.getSession(false);
        holder.ifPresent(principal -> Admission.remember(request, () -> presence.holds(principal, route, session)));
        return holder.isPresent();
    }

    /// Whether the request was for a route that is not in the table.
    static boolean isUnknown(HttpServletRequest request) {
        return request.getAttribute(UNKNOWN) != null;
    }
}
