/// That from the commit of a withdrawal on, and from the moment a consent runs out, nothing serves, trains on or
/// evaluates with what rested on it, whichever server died at that moment.
@NullMarked
package dev.facewright.platform.gates;

import org.jspecify.annotations.NullMarked;
