package dev.facewright.platform.audit;

import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears every domain event while the transaction that published it is open.
@Component
class AuditListener {
    private static final Actor NOBODY = Actor.system("nobody");

    private final AuditLog log;
    private final LookBook book;

    AuditListener(AuditLog log, LookBook book) {
        this.log = log;
        this.book = book;
    }

    @EventListener
    void on(DomainEvent event) {
        switch (event) {
            // whoever knocks without a key may knock as often as they like: counted, they cannot fill the log
            case Refused refused
            when refused.slug().equals(Refused.UNAUTHENTICATED) ->
                book.note(NOBODY, new Refused(refused.slug(), refused.on()).facts());
            case Refused refused -> log.appendAlone(refused.facts());
            default -> log.append(event);
        }
    }
}
