/// The first page: what is running, what needs attention, and what to do next where nothing is there yet.
/// Keeps nothing of its own; it asks the other modules.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "accounts",
            "consent",
            "datasets",
            "datasets :: alignment",
            "jobs",
            "models",
            "training",
            "benchmarks",
            "evaluation",
            "export"
        })
@NullMarked
package dev.facewright.platform.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
