/// The database and the object store that run inside the server where none is configured, their data in one
/// folder. Starts before the application does, and hands over nothing but configuration properties.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.facewright.platform.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
