package dev.facewright.platform.consent;

import org.springframework.stereotype.Component;

/// Notices expired consents when a test says so, and not only every minute. Found by the component scan,
/// in tests only.
@Component
public class ExpiryNotice {
    private final ConsentExpiry expiry;

    ExpiryNotice(ConsentExpiry expiry) {
        this.expiry = expiry;
    }

    public void now() {
        expiry.check();
    }
}
