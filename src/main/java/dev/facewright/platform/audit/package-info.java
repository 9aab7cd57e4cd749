/// The audit log: every domain event and every refusal becomes an entry, in the transaction that made it happen.
/// Other modules publish events and never call this one.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.facewright.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
