/// Writes what a step is to lower: a head's cross entropy on labelled images, or the contrast of views. What an
/// objective learns and keeps beside the network is named, shaped and seeded here.
@NullMarked
package dev.facewright.ml.torch.objective;

import org.jspecify.annotations.NullMarked;
