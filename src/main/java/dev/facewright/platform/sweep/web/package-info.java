/// Sweeps over HTTP: what was found, and a sweep now. Nothing here decides anything; it asks `Sweeps`.
@NullMarked
package dev.facewright.platform.sweep.web;

import org.jspecify.annotations.NullMarked;
