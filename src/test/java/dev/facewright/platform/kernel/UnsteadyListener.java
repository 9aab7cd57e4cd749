package dev.facewright.platform.kernel;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Fails as often as it was told to before it takes an event. Found by the component scan, in tests only.
@Component
class UnsteadyListener {
    private final Map<UUID, AtomicInteger> deliveries = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> failures = new ConcurrentHashMap<>();

    record Told(UUID id) {}

    void failsFor(UUID id, int times) {
        failures.put(id, times);
    }

    int deliveries(UUID id) {
        return deliveries.getOrDefault(id, new AtomicInteger()).get();
    }

    @ApplicationModuleListener
    void on(Told told) {
        int delivery =
                deliveries.computeIfAbsent(told.id(), _ -> new AtomicInteger()).incrementAndGet();
        if (delivery <= failures.getOrDefault(told.id(), 0)) {
            throw new IllegalStateException("Delivery " + delivery + " fails, as the test wants");
        }
    }
}
