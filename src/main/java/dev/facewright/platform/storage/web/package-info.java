/// Generations of keys over HTTP: for people who audit, and for processes of this server that have no key store.
@NullMarked
package dev.facewright.platform.storage.web;

import org.jspecify.annotations.NullMarked;
