/// The keys over HTTP: published to everyone, replaced by administrators.
@NullMarked
package dev.facewright.platform.signing.web;

import org.jspecify.annotations.NullMarked;
