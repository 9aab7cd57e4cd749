package dev.facewright.platform.statuslist;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has one look answer everybody who came before it began. Whoever comes while a look is under way waits for the next,
/// so that nobody is told what was seen before they asked; however many come, one look at a time is had.
final class SharedLook<T> {
    private final ReentrantLock looking = new ReentrantLock(true);
    private final Supplier<T> look;
    private @Nullable Turn<T> next;

    SharedLook(Supplier<T> look) {
        this.look = look;
    }

    T get() {
        Turn<T> turn = join();
        looking.lock();
        try {
            if (!turn.over) {
                close(turn);
                turn.take(look);
            }
        } finally {
            looking.unlock();
        }
        return turn.result();
    }

    private synchronized Turn<T> join() {
        if (next == null) {
            next = new Turn<>();
        }
        return next;
    }

    private synchronized void close(Turn<T> turn) {
        if (next == turn) {
            next = null;
        }
    }

    private static final class Turn<T> {
        private boolean over;
        private @Nullable T seen;
        private @Nullable RuntimeException failure;

        void take(Supplier<T> look) {
            try {
                seen = look.get();
            } catch (RuntimeException e) {
                failure = e;
            } finally {
                over = true;
            }
        }

        T result() {
            if (failure != null) {
                throw failure;
            }
            if (seen == null) {
                throw new IllegalStateException("The look ended with an error");
            }
            return seen;
        }
    }
}
