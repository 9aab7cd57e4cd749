package dev.facewright.platform.kernel;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.OldDatabase;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetVersion.VersionStatus;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.models.SealedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;

/// Events that were still owed to a listener when the server was updated.
@FacewrightTest
class OwedEventsTest {
    private static final String BEFORE = "210";
    private static final String RENAMING = "db/migration/kernel/V226__event_names.sql";

    private final EventRedelivery redelivery;
    private final ApplicationContext context;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Datasets datasets;
    private final People people;

    OwedEventsTest(
            EventRedelivery redelivery,
            ApplicationContext context,
            DataSource dataSource,
            JdbcClient jdbc,
            Datasets datasets,
            ConsentLedger ledger,
            Subjects subjects,
            Clock clock) {
        this.redelivery = redelivery;
        this.context = context;
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.datasets = datasets;
        this.people = new People(ledger, subjects, clock);
    }

    /// Every pair of listener and event that a server could owe before events stood together by owner.
    @ParameterizedTest
    @CsvSource({
        "datasets.WithdrawalReactions, consent.ConsentWithdrawn",
        "datasets.WithdrawalReactions, consent.ConsentExpired",
        "training.RunStops, datasets.DatasetVersionRevoked",
        "training.RunStops, models.ModelVersionQuarantined",
        "training.Checkpoints, training.RunCompleted",
        "training.Checkpoints, training.RunFailed",
        "training.Checkpoints, training.RunCancelled",
        "models.Quarantine, datasets.DatasetVersionRevoked",
        "evaluation.StaleReports, models.ModelVersionQuarantined",
        "export.WithdrawnBundles, models.ModelVersionQuarantined"
    })
    void whatWasOwedBeforeTheUpdateFindsItsEventAndItsListener(String listener, String event) throws Exception {
        try (OldDatabase old = OldDatabase.at(BEFORE, dataSource)) {
            owe(old.jdbc(), listener, event, "{}");

            old.upgrade();

            var owed = old.jdbc()
                    .sql("select listener_id, event_type from event_publication")
                    .query()
                    .listOfRows();
            assertThat(owed).isNotEmpty();
            for (var publication : owed) {
                assertThat(DomainEvent.class).isAssignableFrom(Class.forName((String) publication.get("event_type")));
                assertThat(listeners()).contains((String) publication.get("listener_id"));
            }
        }
    }

    @Test
    void aWithdrawalInFlightOverTheUpdateStillRevokesTheVersions() throws IOException {
        var sealed = new SealedData(datasets, people).sealed(2, 2);
        SubjectId subject = sealed.people().getFirst();
        owe(jdbc, "datasets.WithdrawalReactions", "consent.ConsentWithdrawn", """
                {"subject": "%s", "consent": "%s", "noLongerLive": ["TRAINING"], "reasonCode": "subject-request"}""".formatted(
                        subject, people.consentOf(subject)));

        jdbc.sql(new ClassPathResource(RENAMING).getContentAsString(StandardCharsets.UTF_8))
                .update();
        redelivery.redeliver();

        eventually(() -> assertThat(jdbc.sql("select status from dataset_version where id = ?")
                        .param(sealed.version().value())
                        .query(String.class)
                        .single())
                .isEqualTo(VersionStatus.REVOKED.name()));
    }

    private static void owe(JdbcClient jdbc, String listener, String event, String json) {
        jdbc.sql("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date, status)
                        values (?, ?, ?, ?, now() - interval '1 hour', 'FAILED')""")
                .params(
                        UUID.randomUUID(),
                        "dev.facewright.platform." + listener + ".on(dev.facewright.platform." + event + ")",
                        "dev.facewright.platform." + event,
                        json)
                .update();
    }

    private TreeSet<String> listeners() {
        return Stream.of(context.getBeanDefinitionNames())
                .map(context::getType)
                .filter(type -> type != null && type.getName().startsWith("dev.facewright"))
                .flatMap(type -> listeners(type).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> listeners(Class<?> type) {
        return MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<ApplicationModuleListener>)
                        method -> AnnotatedElementUtils.findMergedAnnotation(method, ApplicationModuleListener.class))
                .values()
                .stream()
                .map(ApplicationModuleListener::id)
                .toList();
    }
}
