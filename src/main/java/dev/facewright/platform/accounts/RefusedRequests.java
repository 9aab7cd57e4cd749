package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.web.ErrorForward;
import dev.facewright.platform.kernel.web.Routes;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/// What the security filters do with a request they do not let through.
@Component
class RefusedRequests implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String LOGIN = "/login";

    /// Nobody is logged in: programs get a 401, people the login page.
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (Routes.isApi(request)) {
            ErrorForward.answer(request, response, reason);
        } else if (Routes.isHtmx(request)) {
            // a redirect would put the login page into the middle of the page that asked
            response.setHeader("HX-Redirect", request.getContextPath() + LOGIN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(request.getContextPath() + LOGIN);
        }
    }

    /// Somebody is logged in who may not do this, or the CSRF token is missing.
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (reason instanceof CsrfException && Routes.isApi(request) && nobodyIsLoggedIn()) {
            // a program without a token needs one of the other kind
            commence(request, response, new InsufficientAuthenticationException("Nobody is logged in", reason));
            return;
        }
        ErrorForward.answer(
                request,
                response,
                RouteAuthorization.isUnknown(request) ? new ResponseStatusException(HttpStatus.NOT_FOUND) : reason);
    }

    /// The CSRF filter stands before the one that says who a stranger is.
    private static boolean nobodyIsLoggedIn() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known == null || known instanceof AnonymousAuthenticationToken;
    }

    /// Remembers where somebody wanted to go before the login, if that is a page; in a cookie of theirs, so that
    /// strangers take up no memory here.
    static RequestCache requestedPages() {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && !Routes.isApi(request)
                && !Routes.isHtmx(request)
                && String.valueOf(request.getHeader("Accept")).contains("text/html")
                && RouteMap.of(request).isPresent());
        return cache;
    }

    /// Goes where somebody wanted to go, on this server whatever the cookie says.
    static AuthenticationSuccessHandler loggedIn() {
        var handler = new SavedRequestAwareAuthenticationSuccessHandler();
        handler.setRequestCache(requestedPages());
        handler.setRedirectStrategy((request, response, url) -> response.sendRedirect(pathOf(url)));
        return handler;
    }

    private static String pathOf(String url) {
        var wanted = UriComponentsBuilder.fromUriString(url).build();
        String path = String.valueOf(wanted.getPath()).replaceFirst("^/*", "/");
        return wanted.getQuery() == null ? path : path + "?" + wanted.getQuery();
    }
}
