/// Benchmarks: what models are measured on, held apart from everything a model can be trained on.
/// Nothing stored here can be reached by `datasets` or `training`: own tables, own objects, own data keys.
///
/// The people in a benchmark are no data subjects of this server, unless it is held by their consent
/// (`LegalBasis.CONSENT`): then each is someone known here who agrees to evaluation, and the benchmark rests on these
/// consents by name. Once one of them has ended it is scored on no more, by the clock of the query, and is destroyed as
/// a whole: without some of its pairs it would be another benchmark. One from before people were named is not used.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "consent",
            "erasure",
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
