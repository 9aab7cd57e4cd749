/// Ways to change a face crop each time a network sees it: one step a file, each with its ranges and its
/// probability. The same crop, step and random numbers give the same bytes on every platform and thread.
@NullMarked
package dev.facewright.ml.augment;

import org.jspecify.annotations.NullMarked;
