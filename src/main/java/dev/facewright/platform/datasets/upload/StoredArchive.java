package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;

/// Where an archive waits.
///
/// @param dataKey  made for this archive alone
record StoredArchive(ObjectKey key, long bytes, DataKeyId dataKey) {}
