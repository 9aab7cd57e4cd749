/// What every module speaks: domain events, refusals as named exceptions, who is acting, and how lists are paged.
/// Depends on no other module, and holds nothing that only one module needs.
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.facewright.platform.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
