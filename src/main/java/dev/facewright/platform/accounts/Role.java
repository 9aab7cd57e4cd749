package dev.facewright.platform.accounts;

/// What a person is here for. An account may hold several.
public enum Role {
    /// Keeps people's consents and images.
    DATA_OWNER,
    /// Trains, evaluates and exports models.
    ML_ENGINEER,
    /// Sees that consent is kept: reads everything, withdraws, searches the audit log.
    COMPLIANCE,
    /// Keeps accounts.
    ADMIN
}
