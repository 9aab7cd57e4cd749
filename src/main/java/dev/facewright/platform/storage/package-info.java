/// Where bytes are kept: an S3 object store, and a vault that encrypts what belongs to one person under
/// that person's key. Destroying a key is how everything encrypted under it is forgotten, wherever copies
/// may lie.
///
/// Every object has an `ObjectOwner`, named by its key and known by a row. A sweeper needs no more than that: it
/// lists the store, asks the module of each owner whether it knows the owner and the key, and deletes what is
/// older than any transaction and known to nobody. Keys of before there were owners stand in rows only; two rows
/// may share one, so that the last of them takes the object with it.
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.facewright.platform.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
