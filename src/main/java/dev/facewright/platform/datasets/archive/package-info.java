/// Reads zip and tar archives nobody vouches for: entry by entry, within limits, each refusal with its
/// reason. Knows nothing of images, people or datasets; benchmarks are read with it too.
@NamedInterface("archive")
@NullMarked
package dev.facewright.platform.datasets.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
