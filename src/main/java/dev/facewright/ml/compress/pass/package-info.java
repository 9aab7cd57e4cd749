/// Passes: functions from one `FaceModel` to another, one a file, each with a report of what it did. `Pass` says what
/// one
/// promises, `GraphEdit` has what they all need, and a `Pipeline` runs several in their order.
@NullMarked
package dev.facewright.ml.compress.pass;

import org.jspecify.annotations.NullMarked;
