/// The first page and its REST counterpart.
/// The page asks for its changing part every few seconds.
@NullMarked
package dev.facewright.platform.dashboard.web;

import org.jspecify.annotations.NullMarked;
