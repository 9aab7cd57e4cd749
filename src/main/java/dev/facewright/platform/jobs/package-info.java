/// Work that outlives a request: a queue in Postgres, taken by this process or another, once or more.
/// A module gives a `JobHandler` bean and submits to the `JobQueue`; its own rows say what the work meant.
///
/// Locks are taken in one order, whoever changes a life, so that a cancellation and the end of a job never wait for
/// each other: first the row that is living (of several: by `createdAt`, then id), then its job, then whatever else
/// belongs to the change, such as the model or the data key. A transaction that holds a job takes no living row.
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package dev.facewright.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
