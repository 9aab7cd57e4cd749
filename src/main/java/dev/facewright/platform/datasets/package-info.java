/// Images of people who consented: uploaded, checked, aligned, encrypted, and sealed into immutable
/// versions. Every read asks for the consent again, so that what a person takes back is out of sight at
/// once.
@ApplicationModule(allowedDependencies = {"kernel", "consent", "storage", "jobs"})
@NullMarked
package dev.facewright.platform.datasets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
