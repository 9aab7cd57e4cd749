/// The audit log's page and REST API.
@NullMarked
package dev.facewright.platform.audit.web;

import org.jspecify.annotations.NullMarked;
