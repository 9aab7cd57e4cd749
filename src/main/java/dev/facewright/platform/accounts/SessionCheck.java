package dev.facewright.platform.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// A session holds who somebody was at login. This looks up who they are now: a session of a disabled account or
/// with an old password ends at once, and roles taken away are gone with the next request, on every server.
class SessionCheck extends OncePerRequestFilter {
    private final Accounts accounts;
    private final Sessions sessions;

    SessionCheck(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn then) {
            accounts.signedIn(then.account())
                    .filter(now -> now.credentialsVersion() == then.credentialsVersion())
                    .ifPresentOrElse(now -> refresh(then, now, request, response), () -> sessions.end(request));
        }
        chain.doFilter(request, response);
    }

    private void refresh(SignedIn then, SignedIn now, HttpServletRequest request, HttpServletResponse response) {
        if (!now.equals(then)) {
            sessions.continueAs(now, request, response);
        }
    }

    /// What is open to all needs no look into the database.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith("/css/") || path.startsWith("/js/") || path.startsWith("/webjars/");
    }
}
