/// Makes a network smaller or faster without changing what it computes, or states by how much it does.
/// Each transformation is a function from one `FaceModel` to another.
@NullMarked
package dev.facewright.ml.compress;

import org.jspecify.annotations.NullMarked;
