/// Pages and REST of datasets, their images, uploads and sealed versions.
@NullMarked
package dev.facewright.platform.datasets.web;

import org.jspecify.annotations.NullMarked;
