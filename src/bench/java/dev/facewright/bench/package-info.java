/// Speed and memory, as tables with ratios against a plain way of doing the same. Run by `./mvnw -Pbench`.
/// Nothing here asserts on the clock.
@NullMarked
package dev.facewright.bench;

import org.jspecify.annotations.NullMarked;
