/// Where bytes are kept: an S3 object store, and a vault that encrypts what belongs to one person under
/// that person's key. Destroying a key is how everything encrypted under it is forgotten, wherever copies
/// may lie.
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.facewright.platform.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
