/// What every module speaks: domain events, refusals as named exceptions, who is acting, and how lists are paged.
/// Events are kept until their listeners have had them, and know whose they are to deliver: what a process owed that
/// died is taken over by another within seconds (`EventRedelivery`), so that listeners may be given an event twice.
/// Depends on no other module, and holds nothing that only one module needs.
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.facewright.platform.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
