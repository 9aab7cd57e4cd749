package dev.facewright.platform.kernel;

/// The key in the address is not one of this list's pages.
public final class PageKeyRefused extends DomainException {
    PageKeyRefused() {
        super(ProblemKind.INVALID, "page-key-refused");
    }
}
