/// Heads: how the nearness of an embedding to the identities' centres becomes logits to train with. A head is
/// arithmetic as data, so that the next one is a new record here and one line in `Heads`; `SmoothedHead` and
/// `PartialFc` change one thing of any of them. An `Objective` is a head, or one of
/// two that need no identities.
@NullMarked
package dev.facewright.ml.head;

import org.jspecify.annotations.NullMarked;
