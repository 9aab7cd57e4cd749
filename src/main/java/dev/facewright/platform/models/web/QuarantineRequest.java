package dev.facewright.platform.models.web;

import jakarta.validation.constraints.NotNull;

record QuarantineRequest(@NotNull QuarantineReason reason) {}
