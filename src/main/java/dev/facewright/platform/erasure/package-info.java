/// Forgets people who agree to nothing any more. Knows no table of any module: each that keeps something about
/// people gives a `PersonalDataHolder`, and this one drives them until none holds anything.
///
/// `LegalHolds` keep what must not be destroyed for the time being. A module whose things are kept by holds on others,
/// as
/// a model is by a hold on someone it learnt from, says so by a `HoldReach`; whoever destroys asks `mayDestroy` in the
/// transaction in which it does.
@ApplicationModule(allowedDependencies = {"kernel", "accounts", "approvals", "consent", "storage", "signing", "jobs"})
@NullMarked
package dev.facewright.platform.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
