/// Sealed versions: the draw of a split, the manifest and its hash, and the reading of crops by it.
/// A version never changes; it can only be revoked.
@NullMarked
package dev.facewright.platform.datasets.version;

import org.jspecify.annotations.NullMarked;
