/// One image on its way in and in store: checked, decoded, aligned, encrypted under its person's key.
/// Knows nothing of archives and versions.
@NullMarked
package dev.facewright.platform.datasets.image;

import org.jspecify.annotations.NullMarked;
