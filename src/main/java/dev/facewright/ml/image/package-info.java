/// Untrusted bytes to pixels and aligned face crops: strict decoding, metadata-free storage bytes, 5-point
/// alignment. The only package that calls OpenCV; every native object it makes is closed before a method
/// returns.
@NullMarked
package dev.facewright.ml.image;

import org.jspecify.annotations.NullMarked;
