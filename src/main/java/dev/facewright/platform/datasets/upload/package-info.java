/// Archives from their arrival to their end: kept encrypted, surveyed, taken in entry by entry by a job.
/// What is refused is counted with its reason and its place, never with a file's name.
@NullMarked
package dev.facewright.platform.datasets.upload;

import org.jspecify.annotations.NullMarked;
