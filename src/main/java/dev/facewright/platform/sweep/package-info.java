/// Clears away what processes that died left behind: files, uploads in parts, data keys and objects that nobody knows.
/// Asks
/// no table of any module: each that has objects gives an `ObjectRegister`.
///
/// Nothing live is ever swept, however slow: what is about to be recorded is a planned object of a living process, what
/// is
/// recorded is known to its register, and plans are looked at before registers are. Beyond that nothing younger than
/// the
/// grace period goes, and nothing of a kind whose registers did not all answer.
@ApplicationModule(allowedDependencies = {"kernel", "storage", "jobs"})
@NullMarked
package dev.facewright.platform.sweep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
