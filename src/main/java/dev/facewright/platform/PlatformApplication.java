package dev.facewright.platform;

import dev.facewright.platform.embedded.EmbeddedStores;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The server. Stores that are not configured run embedded.
@SpringBootApplication
@ConfigurationPropertiesScan
public class PlatformApplication {
    static void main(String[] args) {
        var application = new SpringApplication(PlatformApplication.class);
        application.addInitializers(new EmbeddedStores());
        application.run(args);
    }
}
