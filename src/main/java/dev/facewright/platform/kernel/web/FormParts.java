package dev.facewright.platform.kernel.web;

import dev.facewright.platform.kernel.WorkFolder;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lets the container put parts of forms where they are swept, and not into the machine's common folder.
@Configuration
class FormParts {
    @Bean
    MultipartConfigElement multipartConfigElement(MultipartProperties properties, WorkFolder folder) {
        properties.setLocation(folder.path().toString());
        return properties.createMultipartConfig();
    }
}
