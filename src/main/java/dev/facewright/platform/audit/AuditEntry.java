package dev.facewright.platform.audit;

import dev.facewright.platform.kernel.Actor;
import java.time.Instant;
import java.util.Map;

/// One line of the log.
///
/// @param number  grows with time; gaps mean transactions that were rolled back
/// @param action  what happened, module first: `consent.withdrawn`
/// @param ids  what it happened to
public record AuditEntry(long number, Instant at, Actor actor, String action, Map<String, String> ids) {}
