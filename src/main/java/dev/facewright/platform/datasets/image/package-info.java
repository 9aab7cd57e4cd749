/// One image on its way in and in store: checked, decoded, aligned, encrypted under its person's key.
/// And what datasets have of people who consent at a moment: counts and pages of them, `LiveImages`.
/// Knows nothing of archives and versions.
@NullMarked
package dev.facewright.platform.datasets.image;

import org.jspecify.annotations.NullMarked;
