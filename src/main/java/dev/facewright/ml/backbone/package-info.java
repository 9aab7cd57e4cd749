/// Builders of networks with fresh, seeded weights.
/// The next backbone is one new file here and one line in `Backbones`.
@NullMarked
package dev.facewright.ml.backbone;

import org.jspecify.annotations.NullMarked;
