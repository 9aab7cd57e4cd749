/// Where bytes are kept: an S3 object store, and a vault that encrypts what belongs to one person under
/// that person's key. Destroying a key is how everything encrypted under it is forgotten, wherever copies
/// may lie. What is about several people is encrypted under a `JointKey` of all of theirs.
///
/// The data keys are wrapped under numbered generations of keys, which a key store keeps apart from the database and
/// from its backups. Each row of a data key says under which. Where data keys were destroyed a change of generation
/// follows: the live ones are wrapped under the next, the earlier is destroyed in its store, and whatever still has a
/// copy of an old row (pages, the write-ahead log, backups) is sealed for good. `KeyChange` says in which steps.
///
/// Every object has an `ObjectOwner`, named by its key, and is recorded before it is put: by a row of the owner, or as
/// `PlannedObjects` until the transaction that writes the row. A data key is made in the transaction that writes the
/// row
/// which refers to it. So what no `ObjectRegister` knows and nobody plans is left over from a process that died, and is
/// swept. Keys of before there were owners stand in rows only; two rows may share one, so that the last of them takes
/// the object with it.
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.facewright.platform.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
