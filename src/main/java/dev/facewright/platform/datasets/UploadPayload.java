package dev.facewright.platform.datasets;

/// What the job of an upload is told.
record UploadPayload(UploadId upload) {}
