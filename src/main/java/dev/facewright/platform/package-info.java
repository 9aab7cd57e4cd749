/// The server: one Spring Boot application, one package per module.
/// A module's base package is its API; only `kernel` is open to all.
@NullMarked
package dev.facewright.platform;

import org.jspecify.annotations.NullMarked;
