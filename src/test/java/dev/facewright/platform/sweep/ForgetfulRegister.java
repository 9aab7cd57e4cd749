package dev.facewright.platform.sweep;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Knows nothing, and may be told to fail, or to do something while it is asked.
@Component
class ForgetfulRegister implements ObjectRegister {
    private volatile @Nullable Runnable whenAsked;

    void whenAsked(@Nullable Runnable action) {
        whenAsked = action;
    }

    @Override
    public String name() {
        return "forgetful";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.EVALUATION);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        Runnable action = whenAsked;
        if (action != null) {
            action.run();
        }
        return Set.of();
    }
}
