/// Exports over HTTP: REST under `/api/v1`, pages and fragments for people.
/// Nothing here decides anything; it asks `ExportBundles`.
@NullMarked
package dev.facewright.platform.export.web;

import org.jspecify.annotations.NullMarked;
