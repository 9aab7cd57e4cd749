/// Pages and REST of holds and erasures.
@NullMarked
package dev.facewright.platform.erasure.web;

import org.jspecify.annotations.NullMarked;
