/// Deployment bundles of model versions: made by a job, stored, handed out only while their model is in use. A
/// bundle of a quarantined model is withdrawn, and answers 409 even before the event of the quarantine arrives.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "accounts",
            "consent",
            "erasure",
            "datasets",
            "models",
            "statuslist",
            "evaluation",
            "storage",
            "jobs"
        })
@NullMarked
package dev.facewright.platform.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
