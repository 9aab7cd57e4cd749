package dev.facewright.platform.export;

/// Job: make the bundle of an export.
record RunExport(ExportId export) {}
