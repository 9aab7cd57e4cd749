package dev.facewright.platform.kernel;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@FacewrightTest
class EventRedeliveryTest {
    private final EventRedelivery redelivery;
    private final UnsteadyListener listener;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    EventRedeliveryTest(
            EventRedelivery redelivery,
            UnsteadyListener listener,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.redelivery = redelivery;
        this.listener = listener;
        this.events = events;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    void anEventWhoseListenerFailedComesAgainUntilItIsTaken() {
        UUID id = publishedTo(2);
        eventually(() -> assertThat(status(id)).isEqualTo("FAILED"));
        assertThat(listener.deliveries(id)).isEqualTo(1);

        redelivery.redeliver();
        eventually(() -> assertThat(listener.deliveries(id)).isEqualTo(2));
        eventually(() -> assertThat(status(id)).isEqualTo("FAILED"));

        redelivery.redeliver();
        eventually(() -> assertThat(listener.deliveries(id)).isEqualTo(3));
        eventually(() -> assertThat(owed(id)).isZero());
    }

    @Test
    void whatWasTakenDoesNotComeAgain() {
        UUID id = publishedTo(0);
        eventually(() -> assertThat(listener.deliveries(id)).isEqualTo(1));
        eventually(() -> assertThat(owed(id)).isZero());

        redelivery.redeliver();

        UUID later = publishedTo(1);
        eventually(() -> assertThat(status(later)).isEqualTo("FAILED"));
        redelivery.redeliver();
        eventually(() -> assertThat(listener.deliveries(later)).isEqualTo(2));
        assertThat(listener.deliveries(id)).isEqualTo(1);
    }

    @Test
    void whatAProcessOwedThatDiedIsTakenOverWithinSeconds() {
        UUID id = publishedTo(1);
        eventually(() -> assertThat(status(id)).isEqualTo("FAILED"));
        owedBy(id, processHeardOf("-1 hour"), "PROCESSING");

        eventually(
                Duration.ofSeconds(8), () -> assertThat(listener.deliveries(id)).isEqualTo(2));
        eventually(() -> assertThat(owed(id)).isZero());
    }

    @Test
    void whatALivingProcessOwesIsLeftToIt() {
        UUID id = publishedTo(1);
        eventually(() -> assertThat(status(id)).isEqualTo("FAILED"));
        owedBy(id, processHeardOf("1 hour"), "PROCESSING");

        redelivery.takeOver();
        redelivery.redeliver();

        assertThat(status(id)).isEqualTo("PROCESSING");
        assertThat(listener.deliveries(id)).isEqualTo(1);
    }

    @Test
    void thisProcessLivesAndOwesWhatItPublished() {
        UUID id = publishedTo(1);
        eventually(() -> assertThat(status(id)).isEqualTo("FAILED"));
        assertThat(jdbc.sql("select count(*) from event_publication p join server_node n on n.id = p.node"
                                + " where n.beat_at > now() - interval '5 seconds' and p.serialized_event like ?")
                        .param("%" + id + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private UUID processHeardOf(String when) {
        UUID process = UUID.randomUUID();
        jdbc.sql("insert into server_node values (?, clock_timestamp() + cast(? as interval))")
                .params(process, when)
                .update();
        return process;
    }

    private void owedBy(UUID id, UUID process, String status) {
        jdbc.sql("update event_publication set node = ?, status = ? where serialized_event like ?")
                .params(process, status, "%" + id + "%")
                .update();
    }

    private UUID publishedTo(int failures) {
        UUID id = UUID.randomUUID();
        listener.failsFor(id, failures);
        transactions.executeWithoutResult(status -> events.publishEvent(new UnsteadyListener.Told(id)));
        return id;
    }

    private String status(UUID id) {
        return jdbc.sql("select status from event_publication where serialized_event like ?")
                .param("%" + id + "%")
                .query(String.class)
                .single();
    }

    private int owed(UUID id) {
        return jdbc.sql("select count(*) from event_publication where serialized_event like ?")
                .param("%" + id + "%")
                .query(Integer.class)
                .single();
    }
}
