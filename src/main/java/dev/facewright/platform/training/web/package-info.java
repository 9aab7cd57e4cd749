/// Runs and imports over HTTP: REST for services, pages for people, and a stream of how a run goes.
/// Decides nothing; every rule is the module's.
@NullMarked
package dev.facewright.platform.training.web;

import org.jspecify.annotations.NullMarked;
