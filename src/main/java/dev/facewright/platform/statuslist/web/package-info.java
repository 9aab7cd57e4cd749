/// The list over HTTP, for everyone.
@NullMarked
package dev.facewright.platform.statuslist.web;

import org.jspecify.annotations.NullMarked;
