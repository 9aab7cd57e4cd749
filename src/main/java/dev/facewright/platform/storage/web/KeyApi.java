package dev.facewright.platform.storage.web;

import dev.facewright.platform.storage.KeyGenerations;
import dev.facewright.platform.storage.KeyOverview;
import dev.facewright.platform.storage.Renewal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/keys")
@Tag(name = "Encryption keys", description = "Generations of the key that data keys are encrypted under")
class KeyApi {
    private final KeyGenerations generations;

    KeyApi(KeyGenerations generations) {
        this.generations = generations;
    }

    @GetMapping
    @Operation(summary = "All generations, and how long copies of destroyed ones lie where")
    KeyOverview overview() {
        return generations.overview();
    }

    @PostMapping("/change")
    @Operation(summary = "Encrypt all live keys under a new generation and destroy the present one")
    Renewal change() {
        return generations.change();
    }
}
