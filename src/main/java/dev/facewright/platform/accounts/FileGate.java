package dev.facewright.platform.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.filter.OncePerRequestFilter;

/// Receives files from those only who may send them. The filters behind this one look for form fields, and for
/// that the container takes in the whole body: a stranger could fill the disk before being refused.
class FileGate extends OncePerRequestFilter {
    private final RouteAuthorization routes;
    private final RefusedRequests refused;

    FileGate(RouteAuthorization routes, RefusedRequests refused) {
        this.routes = routes;
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (maySend(authentication, request)) {
            chain.doFilter(request, response);
        } else if (authentication == null) {
            refused.commence(request, response, new InsufficientAuthenticationException("Nobody is logged in"));
        } else {
            refused.handle(request, response, new AccessDeniedException("Files are not taken here from this account"));
        }
    }

    private boolean maySend(@Nullable Authentication authentication, HttpServletRequest request) {
        boolean toEveryone = RouteMap.of(request).filter(Route::open).isPresent();
        var decision = routes.authorize(() -> authentication, new RequestAuthorizationContext(request));
        return !toEveryone && decision.isGranted();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }
}
