/// Makes a network smaller or faster without changing what it computes, or states by how much it does.
/// Each rewriting is a pass in `pass`; here stands what is made of them.
@NullMarked
package dev.facewright.ml.compress;

import org.jspecify.annotations.NullMarked;
