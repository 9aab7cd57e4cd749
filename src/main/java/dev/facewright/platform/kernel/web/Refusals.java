package dev.facewright.platform.kernel.web;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Publishes what was refused, so that it is audited.
@Component
class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ApplicationEventPublisher events;

    Refusals(ApplicationEventPublisher events) {
        this.events = events;
    }

    void record(DomainException refusal, HttpServletRequest request) {
        if (refusal.isRefusal()) {
            record(refusal.slug(), request, refusal.arguments());
        }
    }

    void record(String slug, HttpServletRequest request) {
        record(slug, request, List.of());
    }

    private void record(String slug, HttpServletRequest request, List<Object> arguments) {
        var about = Stream.concat(
                        Stream.of(Routes.path(request).split("/")),
                        arguments.stream().map(Object::toString))
                .flatMap(text -> id(text).stream())
                .distinct()
                .toList();
        try {
            events.publishEvent(new Refused(slug, request.getMethod() + " " + Routes.pattern(request), about));
        } catch (RuntimeException e) {
            // the refusal stands and is answered, even while the database is away
            log.error("The refusal {} could not be audited", slug, e);
        }
    }

    /// What is no id is not kept: a path holds what somebody typed.
    private static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
