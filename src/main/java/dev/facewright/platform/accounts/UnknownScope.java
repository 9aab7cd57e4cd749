package dev.facewright.platform.accounts;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;

/// A token was asked for with a scope that no route has.
public class UnknownScope extends DomainException {
    UnknownScope() {
        super(ProblemKind.UNPROCESSABLE, "unknown-scope", String.join(", ", RouteMap.scopes()));
    }
}
