/// Who may do what: people with roles who log in, and API tokens for services.
/// `RouteMap` is the one list of routes, from which every authorisation rule is made.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.facewright.platform.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
