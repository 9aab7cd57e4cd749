package dev.facewright.platform.kernel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Lets a servlet filter answer an exception as a controller would.
public final class ErrorForward {
    private ErrorForward() {}

    public static void answer(HttpServletRequest request, HttpServletResponse response, Exception exception)
            throws ServletException, IOException {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, exception);
        request.getRequestDispatcher("/error").forward(new Unread(request), response);
    }
}
