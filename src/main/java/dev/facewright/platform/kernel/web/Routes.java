package dev.facewright.platform.kernel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.web.servlet.HandlerMapping;

/// What a request asked for, seen from wherever it has been forwarded to.
public final class Routes {
    private static final String PATTERN = Routes.class.getName() + ".pattern";

    private Routes() {}

    /// Remembers the route's pattern for a request that no controller will see.
    public static void remember(HttpServletRequest request, String pattern) {
        request.setAttribute(PATTERN, pattern);
    }

    /// The pattern and not the path, which may hold what a person typed.
    static String pattern(HttpServletRequest request) {
        if (request.getAttribute(PATTERN) instanceof String remembered) {
            return remembered;
        }
        return Objects.requireNonNullElse(
                        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "unknown route")
                .toString();
    }

    static String path(HttpServletRequest request) {
        for (var attribute :
                new String[] {RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI}) {
            if (request.getAttribute(attribute) instanceof String original) {
                return original;
            }
        }
        return request.getRequestURI();
    }

    /// Whether a program asked and not a person in front of a page.
    public static boolean isApi(HttpServletRequest request) {
        var path = path(request).substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator");
    }

    public static boolean isHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }
}
