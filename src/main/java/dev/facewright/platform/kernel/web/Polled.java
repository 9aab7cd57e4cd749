package dev.facewright.platform.kernel.web;

import jakarta.servlet.http.HttpServletResponse;

/// A part of a page that asks for itself again and again while something is under way.
public final class Polled {
    private Polled() {}

    /// Once that has ended the page loads itself anew, since more of it has changed than this part.
    public static void until(boolean ended, HttpServletResponse response) {
        if (ended) {
            response.setHeader("HX-Refresh", "true");
        }
    }
}
