/// The whole way from consent to bundle and back, as a stranger in a browser and as a service on real faces walk
/// it.
@NullMarked
package dev.facewright.platform.mainpath;

import org.jspecify.annotations.NullMarked;
