package dev.facewright.platform.kernel.web;

import jakarta.servlet.http.HttpServletRequest;

/// That whoever sent a request may have its answer: asked again by answers that go on, such as streams, which else
/// would outlive a logout, a disabled account or a role taken away.
@FunctionalInterface
public interface Admission {
    boolean holds();

    /// Remembers how to ask again, for a request that has just been let in.
    static void remember(HttpServletRequest request, Admission admission) {
        request.setAttribute(Admission.class.getName(), admission);
    }

    /// @throws IllegalStateException if the request was never let in
    static Admission of(HttpServletRequest request) {
        if (request.getAttribute(Admission.class.getName()) instanceof Admission admission) {
            return admission;
        }
        throw new IllegalStateException("Nobody let this request in");
    }
}
