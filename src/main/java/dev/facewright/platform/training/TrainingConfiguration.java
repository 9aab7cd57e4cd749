package dev.facewright.platform.training;

import dev.facewright.ml.train.Trainer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrainingSettings.class)
class TrainingConfiguration {
    @Bean
    Trainer trainer() {
        return new Trainer();
    }
}
