/// Benchmarks: what models are measured on, held apart from everything a model can be trained on.
/// Nothing stored here can be reached by `datasets` or `training`: own tables, own objects, own data keys.
///
/// The people in a benchmark are no data subjects of this server: nothing says who they are, not even where they
/// agreed to be in it (`LegalBasis.CONSENT`). So no withdrawal finds them, and each erasure says so.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "consent",
            "datasets",
            "datasets :: archive",
            "datasets :: alignment",
            "storage",
            "jobs"
        })
@NullMarked
package dev.facewright.platform.benchmarks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
