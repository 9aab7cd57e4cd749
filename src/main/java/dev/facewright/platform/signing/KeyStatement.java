package dev.facewright.platform.signing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// The row of what the roots last said of the keys.
@Entity
@Table(name = "key_statement")
class KeyStatement {
    @Id
    private boolean onlyRow;

    private long sequence;
    private @Nullable String envelope;

    protected KeyStatement() {}

    long sequence() {
        return sequence;
    }

    @Nullable
    String envelope() {
        return envelope;
    }

    void next(long number, String signed) {
        sequence = number;
        envelope = signed;
    }
}
