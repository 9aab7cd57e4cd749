/// Benchmarks over HTTP: REST under `/api/v1/benchmarks`, pages and fragments for people.
/// Nothing here decides anything; it asks `Benchmarks`.
@NullMarked
package dev.facewright.platform.benchmarks.web;

import org.jspecify.annotations.NullMarked;
