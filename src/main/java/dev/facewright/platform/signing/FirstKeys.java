package dev.facewright.platform.signing;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Has every key made before anything else starts: a job or a request may sign at once.
@Component
class FirstKeys implements SmartLifecycle {
    private final SigningKeys keys;
    private volatile boolean running;

    FirstKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public void start() {
        keys.makeMissing();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
