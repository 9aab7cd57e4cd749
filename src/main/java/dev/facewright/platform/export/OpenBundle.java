package dev.facewright.platform.export;

import dev.facewright.platform.models.ModelVersionId;
import java.io.InputStream;

/// A bundle that is being handed out.
///
/// @param sha256  of the whole of it, in hexadecimal
/// @param content  whoever asked for it closes it
public record OpenBundle(ModelVersionId model, String sha256, long bytes, InputStream content) {}
