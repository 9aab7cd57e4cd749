/// The datasets themselves, which images, uploads and versions belong to, and the limits set for them.
/// At the bottom: it knows none of those.
@NullMarked
package dev.facewright.platform.datasets.registry;

import org.jspecify.annotations.NullMarked;
