package dev.facewright.platform.demo;

import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Tells the demo once the server is ready, on a thread of its own. Where it was told before, it says so and
/// rests.
@Component
@Profile("demo")
class DemoStory {
    private static final Logger log = LoggerFactory.getLogger(DemoStory.class);
    private static final Actor ACTOR = Actor.system("demo");

    private final DemoChapters chapters;
    private final ConsentLedger consents;
    private final CurrentActor currentActor;
    private final Environment environment;

    DemoStory(DemoChapters chapters, ConsentLedger consents, CurrentActor currentActor, Environment environment) {
        this.chapters = chapters;
        this.consents = consents;
        this.currentActor = currentActor;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order // after the greeting
    void begin() {
        // everyone knows this password, so it may be on the console; see application-demo.yaml
        System.out.println("  The demo: log in as admin with the password "
                + environment.getProperty("facewright.accounts.initial-password") + "\n");
        if (consents.byCode(DemoChapters.code(0)).isPresent()) {
            log.info("Demo: its data is here already. Delete the data folder to see it again.");
            return;
        }
        Thread.ofVirtual()
                .name("facewright-demo")
                .start(() -> currentActor.as(ACTOR, () -> {
                    tell();
                    return true;
                }));
    }

    private void tell() {
        try {
            chapters.tell();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.error("Demo: it cannot go on", e);
        }
    }
}
