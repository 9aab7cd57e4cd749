package dev.facewright.platform.training;

import dev.facewright.ml.train.Trainer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {
    @Bean
    Trainer trainer() {
        return new Trainer();
    }
}
