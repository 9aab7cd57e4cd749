/// Face verification figures: the LFW protocol, ROC, TAR at FAR and equal error rate over plain arrays of
/// scores. A score is a similarity: the higher, the more alike; a pair is accepted when its score reaches the
/// threshold.
@NullMarked
package dev.facewright.ml.verify;

import org.jspecify.annotations.NullMarked;
