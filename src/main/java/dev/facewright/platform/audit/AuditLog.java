package dev.facewright.platform.audit;

import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.CurrentActor;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.PageKey;
import dev.facewright.platform.kernel.PageView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what happened. Entries can be added and read; the database itself refuses to change or remove one.
@Service
public class AuditLog {
    /// Beyond it a search is said to find more: counting a whole log of millions takes longer than reading a page.
    static final int COUNTED = 100_000;

    private final AuditEntries entries;
    private final CurrentActor actor;
    private final Clock clock;

    AuditLog(AuditEntries entries, CurrentActor actor, Clock clock) {
        this.entries = entries;
        this.actor = actor;
        this.clock = clock;
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public PageView<AuditEntry> search(AuditQuery query, int page, int size) {
        return search(query, page, size, null);
    }

    /// Newest first.
    ///
    /// @param key  of the page, if known; its number then only says where the reader is
    @Transactional(readOnly = true)
    public PageView<AuditEntry> search(AuditQuery query, int page, int size, @Nullable PageKey key) {
        var found = key == null ? entries.find(query, page, size) : entries.find(query, key, size);
        return PageView.keyed(
                found,
                page,
                size,
                entries.count(query, COUNTED),
                COUNTED,
                entry -> List.of(Long.toString(entry.number())));
    }

    /// Hands over every entry, newest first, without holding them all in memory.
    @Transactional(readOnly = true)
    public void forEach(AuditQuery query, Consumer<AuditEntry> reader) {
        entries.forEach(query, reader);
    }

    /// Every action that has an entry, in alphabetical order.
    @Transactional(readOnly = true)
    public List<String> actions() {
        return entries.actions();
    }

    /// In the transaction of what happened: both are kept, or neither is.
    @Transactional(propagation = Propagation.MANDATORY)
    void append(DomainEvent event) {
        add(event.facts());
    }

    /// In a transaction of its own: what was refused or looked at has none that would commit.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void appendAlone(AuditFacts facts) {
        add(facts);
    }

    private void add(AuditFacts facts) {
        Actor who = actor.get();
        entries.add(clock.instant(), who, facts);
    }

    /// One line of the log.
    ///
    /// @param number  grows with time; gaps mean transactions that were rolled back
    /// @param action  what happened, module first: `consent.withdrawn`
    /// @param ids  what it happened to
    public record AuditEntry(long number, Instant at, Actor actor, String action, Map<String, String> ids) {}
}
