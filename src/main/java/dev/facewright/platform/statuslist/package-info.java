/// Tells devices and build servers, without an account, whether a bundle may still be used: one small signed list of
/// random ids for all bundles. It is computed from live consent when it is asked for and signed by whichever node is
/// asked, so it changes at the origin with the next request after a withdrawal, and at a device that looks once in an
/// interval after at most the list's time to live and that interval.
///
/// It says neither why nor since when: the day of a withdrawal can name a person.
@ApplicationModule(allowedDependencies = {"kernel", "storage", "signing", "models"})
@NullMarked
package dev.facewright.platform.statuslist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
