package dev.facewright.platform.evaluation;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// The network answers with zeros or with numbers that are not finite: such embeddings have no angle between
/// them.
public class EmbeddingsNotComparable extends DomainException {
    EmbeddingsNotComparable() {
        super(ProblemKind.UNPROCESSABLE, "embeddings-not-comparable");
    }
}
