package dev.facewright.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class PlatformApplication {
    static void main(String[] args) {
        SpringApplication.run(PlatformApplication.class, args);
    }
}
