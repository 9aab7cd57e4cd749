/// The registry over HTTP: REST for services, pages for people.
/// Decides nothing; every rule is the registry's.
@NullMarked
package dev.facewright.platform.models.web;

import org.jspecify.annotations.NullMarked;
