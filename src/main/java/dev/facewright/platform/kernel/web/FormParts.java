package dev.facewright.platform.kernel.web;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lets the container put parts of forms where they are swept, and not into the machine's common folder.
@Configuration
class FormParts {
    @Bean
    MultipartConfigElement multipartConfigElement(MultipartProperties properties, IncomingFolder folder) {
        properties.setLocation(folder.path().toString());
        return properties.createMultipartConfig();
    }
}
