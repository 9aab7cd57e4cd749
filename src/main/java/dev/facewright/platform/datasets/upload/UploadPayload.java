package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.UploadId;

/// What the job of an upload is told.
record UploadPayload(UploadId upload) {}
