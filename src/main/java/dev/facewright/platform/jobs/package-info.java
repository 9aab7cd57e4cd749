/// Work that outlives a request: a queue in Postgres, taken by this process or another, once or more.
/// A module gives a `JobHandler` bean and submits to the `JobQueue`; its own rows say what the work meant.
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.facewright.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
