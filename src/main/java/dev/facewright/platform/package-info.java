/// The server: one Spring Boot application, one package per module.
/// A module's base package is its API; only `kernel` is open to all.
///
/// Sub-packages are a module's rooms. They know the values of the package above them, never a service there, and no
/// module knows its own `web`, which stands on top of it.
@NullMarked
package dev.facewright.platform;

import org.jspecify.annotations.NullMarked;
