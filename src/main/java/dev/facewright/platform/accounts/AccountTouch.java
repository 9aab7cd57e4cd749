package dev.facewright.platform.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// That somebody made or changed another's account. `approvals` asks for it in the database.
@Entity
@Immutable
@Table(name = "account_touch")
class AccountTouch {
    @Id
    private UUID id;

    private UUID accountId;
    private @Nullable UUID touchedBy;
    private Instant touchedAt;

    protected AccountTouch() {}

    AccountTouch(AccountId account, @Nullable AccountId by, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.touchedBy = by == null ? null : by.value();
        this.touchedAt = now;
    }
}
