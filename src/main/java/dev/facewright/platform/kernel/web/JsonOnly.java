package dev.facewright.platform.kernel.web;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/// The API speaks JSON. XML and YAML readers are on the class path for other reasons; neither may read a
/// request.
@Configuration
class JsonOnly {
    @Bean
    ServerHttpMessageConvertersCustomizer noXmlAndNoYaml() {
        return converters -> converters.configureMessageConvertersList(list -> list.removeIf(JsonOnly::isUnwanted));
    }

    private static boolean isUnwanted(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream()
                .anyMatch(type -> MediaType.APPLICATION_XML.includes(type)
                        || MediaType.APPLICATION_YAML.includes(type)
                        || type.getSubtype().endsWith("+xml"));
    }
}
