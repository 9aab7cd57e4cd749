/// The audit log: every domain event and every refusal becomes an entry, in the transaction that made it happen.
/// Other modules publish events and never call this one.
///
/// Looks at what is about people are entries too. `web.LookMap` says what is to be seen at each route, a test that none
/// is left out, and `LookBook` counts what the same actor looks at in the same place within a minute: a page with fifty
/// faces makes two entries, with the ids of all fifty images. They are written after the answer, in a transaction of
/// their own. Lists say how many people they showed, not which. Nothing is kept of what was typed.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.facewright.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
