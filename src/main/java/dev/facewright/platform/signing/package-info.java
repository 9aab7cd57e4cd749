/// What the installation signs with: one Ed25519 key for each kind of document, and a root whose signed statement names
/// them, so that whoever was given the root's public key can check every document, offline, for good. Documents are
/// bytes in DSSE envelopes; any node signs, and no private half is ever in the database in clear.
///
/// A key that is replaced goes on to be known for what it signed before. It says so in the statement, whose number only
/// grows. A replaced root goes on to sign statements beside its successor, for the sake of those who know no other; one
/// that fell into other hands does not, and they need the new one by another way.
@ApplicationModule(allowedDependencies = {"kernel", "storage"})
@NullMarked
package dev.facewright.platform.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
