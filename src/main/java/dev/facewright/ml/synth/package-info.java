/// Faces of nobody: rendered from numbers, with known identity, pose, light, occlusion and 68 landmarks.
/// Everything follows from seeds by plain arithmetic, so a face is the same on every machine.
@NullMarked
package dev.facewright.ml.synth;

import org.jspecify.annotations.NullMarked;
