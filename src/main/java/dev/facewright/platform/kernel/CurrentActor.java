package dev.facewright.platform.kernel;

import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Tells who acts on this thread: whoever is logged in, or the part of the server that said so with `as`.
@Component
public class CurrentActor {
    /// What a principal of the security context implements to be known here.
    public interface Principal {
        Actor actor();
    }

    private static final Actor SERVER = Actor.system("server");
    private static final ScopedValue<Actor> ACTING = ScopedValue.newInstance();

    public Actor get() {
        if (ACTING.isBound()) {
            return ACTING.get();
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Principal principal
                ? principal.actor()
                : SERVER;
    }

    /// Runs the work as the given actor: a job runs as whoever asked for it.
    public <T> T as(Actor actor, Supplier<T> work) {
        return ScopedValue.where(ACTING, actor).call(work::get);
    }
}
