package dev.facewright.platform.export;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// There is no export of that id.
public class ExportNotFound extends DomainException {
    ExportNotFound(ExportId id) {
        super(ProblemKind.NOT_FOUND, "export-not-found", id);
    }
}
