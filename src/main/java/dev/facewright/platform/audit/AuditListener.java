package dev.facewright.platform.audit;

import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears every domain event while the transaction that published it is open.
@Component
class AuditListener {
    private final AuditLog log;

    AuditListener(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void on(DomainEvent event) {
        if (event instanceof Refused) {
            log.appendAlone(event);
        } else {
            log.append(event);
        }
    }
}
