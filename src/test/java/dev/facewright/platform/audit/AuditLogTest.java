package dev.facewright.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.DatabaseOwner;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.audit.AuditLog.AuditEntry;
import dev.facewright.platform.kernel.AuditFacts;
import dev.facewright.platform.kernel.DomainEvent;
import dev.facewright.platform.kernel.Fact;
import dev.facewright.platform.kernel.Refused;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@FacewrightTest
class AuditLogTest {
    private final TestSession session;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final TestClock clock;

    AuditLogTest(
            TestSession session,
            AuditLog log,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            TestClock clock) {
        this.session = session;
        this.log = log;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record ThingHappened(String thing) implements DomainEvent {
        @Override
        public AuditFacts facts() {
            return AuditFacts.of("test.thing-happened", Fact.id("thing", thing));
        }
    }

    record SomethingMeasured(UUID person, UUID thing) implements DomainEvent {
        @Override
        public AuditFacts facts() {
            return AuditFacts.of("test.something-measured", Fact.subject(person), Fact.id("thing", thing))
                    .with(
                            Fact.word("reason", "word-" + thing),
                            Fact.count("count", 7_700_007),
                            Fact.measure("value", 0.77));
        }
    }

    @Test
    void anEventIsKeptWithTheTransactionThatMadeItHappen() {
        var thing = UUID.randomUUID().toString();
        happen(thing);
        var entries = find(thing);
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().action()).isEqualTo("test.thing-happened");
        assertThat(entries.getFirst().ids()).containsExactly(Map.entry("thing", thing));
    }

    @Test
    void entriesAreFoundByWhatTheyNameAndNotByHowMuch() {
        var person = UUID.randomUUID();
        var thing = UUID.randomUUID();
        transaction.executeWithoutResult(status -> events.publishEvent(new SomethingMeasured(person, thing)));

        assertThat(find(person.toString())).hasSize(1);
        assertThat(find("word-" + thing)).hasSize(1);
        assertThat(find("7700007")).isEmpty();
        assertThat(find(thing.toString()))
                .singleElement()
                .extracting(AuditEntry::ids)
                .isEqualTo(Map.of(
                        "subject",
                        person.toString(),
                        "thing",
                        thing.toString(),
                        "reason",
                        "word-" + thing,
                        "count",
                        "7700007",
                        "value",
                        "0.77"));
    }

    @Test
    void nothingIsKeptOfWhatWasRolledBack() {
        var thing = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new ThingHappened(thing));
            status.setRollbackOnly();
        });
        assertThat(find(thing)).isEmpty();
    }

    @Test
    void aRefusalIsKeptThoughItsTransactionRollsBack() {
        var route = "POST /test/" + UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Refused("test-rule", route));
            status.setRollbackOnly();
        });
        assertThat(find(route)).singleElement().extracting(AuditEntry::action).isEqualTo("refused.test-rule");
    }

    @Test
    void aChangeOutsideATransactionIsABugThatShows() {
        assertThatThrownBy(() -> events.publishEvent(new ThingHappened("x")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveAnEntry() {
        happen(UUID.randomUUID().toString());
        var owner =
                DatabaseOwner.of(Objects.requireNonNull(jdbc.getDataSource())).jdbc();
        for (var statement :
                new String[] {"update audit_entry set action = 'a.b'", "delete from audit_entry", "truncate audit_entry"
                }) {
            assertThatThrownBy(() -> jdbc.execute(statement))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> owner.sql(statement).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void entriesAreFoundByActionActorIdAndTime() {
        var thing = UUID.randomUUID().toString();
        var before = clock.instant();
        happen(thing);
        clock.advance(Duration.ofMillis(1));
        var after = clock.instant();
        assertThat(count(new AuditQuery("test", null, thing, before, after))).isEqualTo(1);
        assertThat(count(new AuditQuery("test.thing-happened", "server", thing, null, null)))
                .isEqualTo(1);
        assertThat(count(new AuditQuery("test.thing", null, thing, null, null))).isZero();
        assertThat(count(new AuditQuery(null, "somebody", thing, null, null))).isZero();
        assertThat(count(new AuditQuery(null, null, thing, after, null))).isZero();
        assertThat(count(new AuditQuery(null, null, thing, null, before))).isZero();
    }

    @Test
    void theNewestEntryComesFirstAndPagesDoNotOverlap() {
        for (int i = 0; i < 5; i++) {
            happen(UUID.randomUUID().toString());
        }
        var query = new AuditQuery("test", null, null, null, null);
        var first = log.search(query, 0, 2).items();
        var second = log.search(query, 1, 2).items();
        assertThat(first.get(0).number()).isGreaterThan(first.get(1).number());
        assertThat(first.get(1).number()).isGreaterThan(second.get(0).number());
    }

    @Test
    void aPageByItsKeyIsThePageByItsNumber() {
        var thing = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            happen(thing);
        }
        var query = new AuditQuery(null, null, thing, null, null);
        var first = log.search(query, 0, 2);
        var second = log.search(query, 1, 2, first.next());
        var third = log.search(query, 2, 2, second.next());
        assertThat(second.items()).isEqualTo(log.search(query, 1, 2).items());
        assertThat(third.items()).hasSize(1);
        assertThat(third.next()).isNull();
        assertThat(log.search(query, 1, 2, third.previous()).items()).isEqualTo(second.items());
        assertThat(first.previous()).isNull();
    }

    @Test
    void thePagerGoesOnByKey() {
        var thing = UUID.randomUUID().toString();
        for (int i = 0; i < 51; i++) {
            happen(thing);
        }
        var officer = session.as(Role.COMPLIANCE);
        var page = officer.page("/audit?id=" + thing).expect(200).text();
        var key = page.replaceAll("(?s).*page=1&amp;key=(after~[0-9]+)\".*", "$1");
        assertThat(key).startsWith("after~");
        assertThat(officer.page("/audit?id=" + thing + "&page=1&key=" + key).text())
                .contains("51–51 of 51");
        officer.get("/api/v1/audit?key=after~not-a-number").expect(400);
        officer.get("/api/v1/audit?key=sideways").expect(400);
    }

    @Test
    void aRefusalIsToldByItsTitle() {
        var owner = session.as(Role.DATA_OWNER);
        var dataset = Map.of("name", "Twice " + UUID.randomUUID(), "purpose", "TRAINING");
        owner.post("/api/v1/datasets", dataset).expect(201);
        owner.post("/api/v1/datasets", dataset).expect(409);
        String page = session.as(Role.COMPLIANCE)
                .page("/audit?action=refused.dataset-name-taken")
                .expect(200)
                .text();
        assertThat(page).contains("<span>The name is taken</span>", "The name is taken (refused.dataset-name-taken)");
    }

    @Test
    void thePageShowsWhatTheFilterAsksFor() {
        var thing = UUID.randomUUID().toString();
        happen(thing);
        var page = session.as(Role.COMPLIANCE)
                .page("/audit?action=test.thing-happened&id=" + thing)
                .expect(200);
        assertThat(page.text()).contains("1 entries").contains(thing);
        var none = session.as(Role.COMPLIANCE)
                .page("/audit?id=" + UUID.randomUUID())
                .expect(200);
        assertThat(none.text()).contains("No entry matches");
    }

    @Test
    void theDownloadHasOneLineAnEntry() {
        var thing = UUID.randomUUID().toString();
        happen(thing);
        var csv = session.as(Role.ADMIN).get("/audit/entries.csv?id=" + thing).expect(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text().lines())
                .hasSize(2)
                .element(1)
                .asString()
                .contains("test.thing-happened", "thing=" + thing);
    }

    @Test
    void theApiGivesThePagesOfTheLog() {
        var thing = UUID.randomUUID().toString();
        happen(thing);
        var page = session.as(Role.COMPLIANCE)
                .get("/api/v1/audit?id=" + thing)
                .expect(200)
                .json();
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.path("items").get(0).path("ids").path("thing").asString())
                .isEqualTo(thing);
        assertThat(session.as(Role.COMPLIANCE)
                        .get("/api/v1/audit?from=yesterday")
                        .expect(400)
                        .problem())
                .isEqualTo("wrong-type");
        assertThat(session.as(Role.COMPLIANCE)
                        .get("/api/v1/audit?size=501")
                        .expect(422)
                        .problem())
                .isEqualTo("invalid-input");
    }

    @Test
    void whoMayNotDoSomethingIsAuditedByIdAndRoutePattern() {
        var client = session.newPerson(java.util.Set.of(Role.DATA_OWNER));
        var me = client.get("/api/v1/me").json().path("account").asString();
        var whom = UUID.randomUUID();
        client.get("/api/v1/users/" + whom).expect(403);
        var entries = log.search(new AuditQuery("refused.forbidden", me, null, null, null), 0, 10)
                .items();
        assertThat(entries)
                .singleElement()
                .extracting(AuditEntry::ids)
                .isEqualTo(Map.of("about", whom.toString(), "on", "GET /api/v1/users/**"));
    }

    private void happen(String thing) {
        transaction.executeWithoutResult(status -> events.publishEvent(new ThingHappened(thing)));
    }

    private java.util.List<AuditEntry> find(String id) {
        return log.search(new AuditQuery(null, null, id, null, null), 0, 10).items();
    }

    private long count(AuditQuery query) {
        return log.search(query, 0, 10).total();
    }
}
