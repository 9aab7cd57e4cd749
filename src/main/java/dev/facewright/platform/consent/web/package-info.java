/// Pages and REST of data subjects and their consents.
@NullMarked
package dev.facewright.platform.consent.web;

import org.jspecify.annotations.NullMarked;
