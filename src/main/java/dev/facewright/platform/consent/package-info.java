/// Who agreed to what: data subjects under pseudonyms, and the consents they gave and withdrew. Nothing
/// about a person is kept anywhere in the server without a consent recorded here.
@ApplicationModule(allowedDependencies = {"kernel", "storage"})
@NullMarked
package dev.facewright.platform.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
