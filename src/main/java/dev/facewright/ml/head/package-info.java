/// Losses as data: a head is arithmetic on the nearness of an embedding to the identities' centres, so that the next
/// one is a record here and one line in `Heads`; `SmoothedHead` and `PartialFc` change one thing of any of them, and
/// `Contrastive` learns without identities. What each can be told it says itself, as `Option`s, which everything that
/// checks, stores, shows or documents a recipe goes by.
@NullMarked
package dev.facewright.ml.head;

import org.jspecify.annotations.NullMarked;
