/// The demo, in the profile `demo` only: procedural faces of nobody go the whole way from consent to bundle.
/// It uses the public services as any caller would; nothing else in the server knows of it.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "consent",
            "datasets",
            "models",
            "training",
            "benchmarks",
            "evaluation",
            "export"
        })
@NullMarked
package dev.facewright.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
