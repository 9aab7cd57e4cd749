package dev.facewright.platform.kernel.web;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Publishes what was refused, so that it is audited.
@Component
class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final ApplicationEventPublisher events;

    Refusals(ApplicationEventPublisher events) {
        this.events = events;
    }

    void record(DomainException refusal, HttpServletRequest request) {
        if (refusal.isRefusal()) {
            record(refusal.slug(), request);
        }
    }

    void record(String slug, HttpServletRequest request) {
        try {
            events.publishEvent(new Refused(slug, request.getMethod() + " " + Routes.pattern(request)));
        } catch (RuntimeException e) {
            // the refusal stands and is answered, even while the database is away
            log.error("The refusal {} could not be audited", slug, e);
        }
    }
}
