/// From a picture to the crop of a face that networks read, by landmarks or with the detector that the operator
/// configured. Knows nothing of people and their consent; benchmarks are aligned with it too.
@NamedInterface("alignment")
@NullMarked
package dev.facewright.platform.datasets.alignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
