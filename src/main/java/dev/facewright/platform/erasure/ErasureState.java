package dev.facewright.platform.erasure;

/// How far an erasure is.
public enum ErasureState {
    /// A legal hold stands: nothing of the person can be used, and nothing is destroyed.
    WAITING,
    /// The key is destroyed: nothing can be read any more, and everything is being deleted.
    ERASING,
    /// Something was still there after everything was to be deleted; it is tried again.
    STILL_HELD,
    /// Everybody says that nothing is left; it is looked whether that is so.
    RESCAN,
    /// Nothing unexplained was found; copies in pages and logs are being sealed.
    ERASED,
    /// There is a certificate.
    CERTIFIED
}
