/// Margin heads: how the cosines between an embedding and the identities' centres become logits to train with.
/// A head is arithmetic as data, so that the next one is a new record here and one line in `Heads`.
@NullMarked
package dev.facewright.ml.head;

import org.jspecify.annotations.NullMarked;
