package dev.facewright.platform.audit;

import dev.facewright.platform.kernel.Actor;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.CurrentActor;
import dev.facewright.platform.kernel.Fact;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What somebody does over and over, such as looking at fifty faces on one page, in an entry or two: the first time is
/// written at once, what follows at the same place within a minute together after it. A server that dies loses of that
/// minute how often, never whether.
@Component
public class LookBook {
    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int MEMBERS = 100;
    private static final int PLACES = 10_000;
    private static final Logger log = LoggerFactory.getLogger(LookBook.class);

    /// Who does what where.
    private record Place(Actor actor, AuditFacts facts) {}

    /// What is not written yet of a place.
    private static final class Tally {
        private final Instant until;
        private final Set<Fact> members = new LinkedHashSet<>();
        private long times;
        private long shown;

        Tally(Instant until) {
            this.until = until;
        }

        void add(@Nullable Fact member, long more) {
            times++;
            shown += more;
            if (member != null) {
                members.add(member);
            }
        }

        /// All so far, which from now on is none.
        AuditFacts take(AuditFacts facts) {
            AuditFacts entry = facts.with(Fact.count("times", times));
            if (shown > 0) {
                entry = entry.with(Fact.count("shown", shown));
            }
            if (!members.isEmpty()) {
                String name = members.iterator().next().name();
                entry = entry.with(
                        Fact.ids(name, members.stream().map(Fact::text).toList()));
            }
            members.clear();
            times = 0;
            shown = 0;
            return entry;
        }
    }

    private final Map<Place, Tally> open = new LinkedHashMap<>();
    private final AuditLog audit;
    private final CurrentActor actor;
    private final Clock clock;

    LookBook(AuditLog audit, CurrentActor actor, Clock clock) {
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /// @param facts  the same for all that may be counted together
    void note(Actor who, AuditFacts facts) {
        note(new Place(who, facts), null, 0);
    }

    /// @param member  which of the things at that place, if it is about one
    /// @param shown  how many people, images or entries were seen at once
    public void note(AuditFacts facts, @Nullable Fact member, long shown) {
        note(new Place(actor.get(), facts), member, shown);
    }

    private void note(Place place, @Nullable Fact member, long shown) {
        counted(place, member, shown).ifPresent(entry -> write(place.actor(), entry));
    }

    /// @return what is to be written now
    private synchronized Optional<AuditFacts> counted(Place place, @Nullable Fact member, long shown) {
        Tally known = open.get(place);
        Tally tally = known == null ? new Tally(clock.instant().plus(WINDOW)) : known;
        if (known == null && open.size() < PLACES) {
            open.put(place, tally);
        }
        tally.add(member, shown);
        return known == null || tally.members.size() >= MEMBERS
                ? Optional.of(tally.take(place.facts()))
                : Optional.empty();
    }

    /// Writes what minutes that are over have come to.
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void writeWhatIsOver() {
        write(clock.instant());
    }

    @PreDestroy
    void writeAll() {
        write(Instant.MAX);
    }

    private void write(Instant now) {
        over(now).forEach((place, entry) -> write(place.actor(), entry));
    }

    private synchronized Map<Place, AuditFacts> over(Instant now) {
        Map<Place, AuditFacts> due = new LinkedHashMap<>();
        open.entrySet().removeIf(each -> {
            Tally tally = each.getValue();
            boolean over = !tally.until.isAfter(now);
            if (over && tally.times > 0) {
                due.put(each.getKey(), tally.take(each.getKey().facts()));
            }
            return over;
        });
        return due;
    }

    private void write(Actor who, AuditFacts entry) {
        try {
            actor.as(who, () -> {
                audit.appendAlone(entry);
                return true;
            });
        } catch (RuntimeException e) {
            // what was seen is seen, even while the database is away
            log.error("{} could not be audited", entry.action(), e);
        }
    }
}
