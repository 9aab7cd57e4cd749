/// Forgets people who agree to nothing any more. Knows no table of any module: each that keeps something about
/// people gives a `PersonalDataHolder`, and this one drives them until none holds anything.
@ApplicationModule(allowedDependencies = {"kernel", "consent", "storage", "jobs"})
@NullMarked
package dev.facewright.platform.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
