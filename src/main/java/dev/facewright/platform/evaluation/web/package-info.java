/// Evaluations over HTTP: REST under `/api/v1`, pages and fragments for people.
/// Nothing here decides anything; it asks `Evaluations`.
@NullMarked
package dev.facewright.platform.evaluation.web;

import org.jspecify.annotations.NullMarked;
