/// Pages and REST of what takes two people.
@NullMarked
package dev.facewright.platform.approvals.web;

import org.jspecify.annotations.NullMarked;
