package dev.facewright.platform.erasure;

import static dev.facewright.platform.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.Waiting;
import dev.facewright.platform.audit.AuditLog;
import dev.facewright.platform.audit.AuditLog.AuditEntry;
import dev.facewright.platform.audit.AuditQuery;
import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.SubjectStatus;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.Pictures;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.erasure.EraseSubjectHandler.EraseSubject;
import dev.facewright.platform.jobs.JobContext;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.ObjectStore.ListedObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

@FacewrightTest
class ErasureTest {
    private static final ExecutorService OTHERS = Executors.newVirtualThreadPerTaskExecutor();

    private final Scene scene;
    private final Subjects subjects;
    private final Notes notes;
    private final ObjectStore store;
    private final ObjectProvider<PersonalDataHolder> holders;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Mortal mortal;
    private final Erasure erasure;
    private final ErasureProof proof;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Waiting waiting;
    private final EraseSubjectHandler handler;

    ErasureTest(
            Scene scene,
            Subjects subjects,
            Notes notes,
            ObjectStore store,
            ObjectProvider<PersonalDataHolder> holders,
            AuditLog audit,
            JsonMapper json,
            Mortal mortal,
            Erasure erasure,
            ErasureProof proof,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Waiting waiting,
            EraseSubjectHandler handler) {
        this.scene = scene;
        this.subjects = subjects;
        this.notes = notes;
        this.store = store;
        this.holders = holders;
        this.audit = audit;
        this.json = json;
        this.mortal = mortal;
        this.erasure = erasure;
        this.proof = proof;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.waiting = waiting;
        this.handler = handler;
    }

    @AfterAll
    static void end() {
        OTHERS.close();
    }

    @Test
    void everyHolderErasesWhoAgreesToNothingAnyMore() {
        SubjectId alice = scene.someone();
        scene.sealed(scene.datasetOf(alice, scene.someone()));
        notes.keepAbout(alice);
        assertThat(held(alice))
                .filteredOn(Held.Row.class::isInstance)
                .extracting(held -> ((Held.Row) held).table())
                .containsOnlyOnce("test_note", "consent_evidence")
                .filteredOn("dataset_image"::equals)
                .hasSize(3);
        // six of images, evidence, manifest, note; those under the subject are found by whoever looks there as well
        assertThat(held(alice))
                .filteredOn(Held.StoredObject.class::isInstance)
                .doesNotHaveDuplicates()
                .hasSize(6 + 1 + 1 + 1);

        scene.people().withdraws(alice);

        eventually(() -> assertThat(status(alice)).isEqualTo(SubjectStatus.ERASED));
        assertThat(held(alice)).isEmpty();
        assertThat(audited("dataset.images-erased", alice))
                .singleElement()
                .satisfies(entry -> assertThat(entry.ids()).containsEntry("images", "3"));
        assertThat(audited("dataset.subject-erased", alice)).hasSize(1);
        assertThat(audited("erasure.subject-still-held", alice)).isEmpty();
    }

    @Test
    void whileAHolderForgetsTheErasureIsNotDoneAndSaysWhatIsLeft() {
        SubjectId alice = scene.someone();
        UUID note = notes.keepAbout(alice);
        notes.forgetToErase(alice);

        scene.people().withdraws(alice);

        eventually(
                () -> assertThat(audited("erasure.subject-still-held", alice)).isNotEmpty());
        assertThat(status(alice)).isEqualTo(SubjectStatus.ENDED);
        assertThat(audited("erasure.subject-still-held", alice).getFirst().ids())
                .containsEntry("left.notes", "test_note " + note + ", object datasets/" + note + "/note");

        notes.remember(alice);

        eventually(() -> assertThat(status(alice)).isEqualTo(SubjectStatus.ERASED));
        assertThat(audited("dataset.subject-erased", alice)).hasSize(1);
    }

    @Test
    void anErasureThatDiedAtAHolderGoesOn() {
        SubjectId alice = scene.someone();
        scene.datasetOf(alice);
        notes.keepAbout(alice);
        notes.dieOnceBetweenObjectAndRow(alice);

        scene.people().withdraws(alice);

        eventually(() -> assertThat(status(alice)).isEqualTo(SubjectStatus.ERASED));
        assertThat(held(alice)).isEmpty();
        assertThat(audited("dataset.subject-erased", alice)).hasSize(1);
    }

    @Test
    void anErasureThatDiedAfterAnyStepIsTakenUpAgainAndEndsOnce() {
        int holders = (int) this.holders.stream().count();
        int deletions = 3 * 2 + 4; // pictures and crops; evidence, manifest, note and a stray object
        // each holder is asked what to look for, told to erase and asked what is left; and entries and transactions
        int steps = 4 * holders + 2 * deletions + 2 + 4 + 2 + 2;
        IntStream.range(0, steps)
                .parallel()
                // whoever proves does so for all who wait: the last four may be taken by another, and then one lives on
                .forEach(step -> assertThat(diesAndIsTakenUpAgain(step) || step >= steps - 4)
                        .isTrue());
        assertThat(diesAndIsTakenUpAgain(steps)).as("one lives to see the end").isFalse();
    }

    private boolean diesAndIsTakenUpAgain(int steps) {
        SubjectId alice = scene.someone();
        scene.sealed(scene.datasetOf(alice, scene.someone()));
        notes.keepAbout(alice);
        store.put(ObjectKey.of(ObjectOwner.subject(alice.value()), "images", "stray"), new byte[1], "text/plain");
        People.withdrawsUnheard(jdbc, alice); // so that no job erases meanwhile

        boolean died = !mortal.erases(alice, steps);
        if (died) {
            erasure.erase(alice);
            proof.prove();
        }

        assertThat(status(alice)).as("after %d steps", steps).isEqualTo(SubjectStatus.ERASED);
        assertThat(held(alice)).as("after %d steps", steps).isEmpty();
        assertThat(audited("dataset.subject-erased", alice))
                .as("after %d steps", steps)
                .hasSize(1);
        assertThat(audited("erasure.subject-still-held", alice)).isEmpty();
        return died;
    }

    /// A job is given up after a few of them, and nobody would ask for the erasure again.
    @Test
    void anErasureThatFailsUnexpectedlyIsTriedAgainHoweverOftenItDid() throws InterruptedException {
        SubjectId alice = scene.someone();
        notes.keepAbout(alice);
        notes.dieOnceBetweenObjectAndRow(alice);
        People.withdrawsUnheard(jdbc, alice); // so that no job erases meanwhile

        assertThat(handler.run(new EraseSubject(alice), atAttempt(4)))
                .isEqualTo(new JobOutcome.RetryLater(EraseSubjectHandler.waitAfter(4), "unexpected-error"));
        assertThat(handler.run(new EraseSubject(alice), atAttempt(5))).isInstanceOf(JobOutcome.RetryLater.class);
        assertThat(handler.run(new EraseSubject(alice), atAttempt(6))).isEqualTo(new JobOutcome.Succeeded());
        assertThat(status(alice)).isEqualTo(SubjectStatus.ERASED);
    }

    private static JobContext atAttempt(int attempt) {
        return new JobContext() {
            @Override
            public JobId id() {
                return new JobId(new UUID(0, attempt));
            }

            @Override
            public boolean interrupted() {
                return false;
            }

            @Override
            public JobOutcome interruption() {
                throw new IllegalStateException("not interrupted");
            }

            @Override
            public int attempt() {
                return attempt;
            }
        };
    }

    /// As both do of a person's consents that end together.
    @Test
    void twoErasuresAtOnceTellOfEachImageOnce() {
        SubjectId alice = scene.someone();
        scene.datasetOf(alice);
        People.withdrawsUnheard(jdbc, alice); // so that no job erases meanwhile
        List<CompletableFuture<Erasure.Outcome>> both = requireNonNull(transactions.execute(status -> {
            // of both, who has looked for the images then waits
            jdbc.sql("lock table dataset_image in exclusive mode").update();
            var erasing = List.of(erasing(alice), erasing(alice));
            waiting.untilHeldBack(2);
            return erasing;
        }));
        both.forEach(CompletableFuture::join);
        assertThat(audited("dataset.images-erased", alice))
                .singleElement()
                .satisfies(entry -> assertThat(entry.ids()).containsEntry("images", "3"));
    }

    private CompletableFuture<Erasure.Outcome> erasing(SubjectId subject) {
        return CompletableFuture.supplyAsync(() -> erasure.erase(subject), OTHERS);
    }

    @Test
    void aManifestWhoseVersionDidNotComeToBeIsErased() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(alice, scene.someone());
        store.put(
                ObjectKey.of(ObjectOwner.dataset(dataset.value()), "manifests", "0".repeat(64)),
                new byte[1],
                "text/plain"); // as a server leaves it that dies before the commit
        assertThat(held(alice)).extracting(Held::toString).anyMatch(held -> held.contains("/manifests/"));

        scene.people().withdraws(alice);

        eventually(() -> assertThat(status(alice)).isEqualTo(SubjectStatus.ERASED));
        try (Stream<ListedObject> left = store.list(ObjectOwner.dataset(dataset.value()))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void archivesThatNobodyHasLookedThroughAreToldWithEachErasure() {
        DatasetId dataset = scene.dataset();
        transactions.executeWithoutResult(status -> {
            UploadId waiting = scene.sent(dataset, Pictures.zip(Map.of("p/1.png", new byte[] {1})));
            assertThat(holders.stream().flatMap(PersonalDataHolder::unattributed))
                    .contains(new Held.Row("dataset_upload", waiting.toString()));
        });
    }

    /// What a server that died put and never recorded.
    @Test
    void objectsOfAPersonThatNoRowKnowsAreErasedHoweverManyTheyAre() {
        SubjectId alice = scene.someone();
        ObjectOwner owner = ObjectOwner.subject(alice.value());
        IntStream.range(0, 1_500)
                .parallel()
                .forEach(number ->
                        store.put(ObjectKey.of(owner, "images", "stray-" + number), new byte[1], "text/plain"));

        scene.people().withdraws(alice);

        eventually(() -> assertThat(status(alice)).isEqualTo(SubjectStatus.ERASED));
        try (Stream<ListedObject> left = store.list(owner)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void jobsQueuedByAnEarlierVersionAreUnderstood() {
        SubjectId alice = SubjectId.random();
        assertThat(EraseSubjectHandler.TYPE.name()).isEqualTo("erase-subject");
        assertThat(json.readValue("{\"subject\":\"" + alice + "\"}", EraseSubject.class))
                .isEqualTo(new EraseSubject(alice));
    }

    @Test
    void itIsTriedLessAndLessOften() {
        assertThat(EraseSubjectHandler.waitAfter(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(EraseSubjectHandler.waitAfter(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(EraseSubjectHandler.waitAfter(1_000)).isEqualTo(Duration.ofHours(1));
    }

    private List<Held> held(SubjectId subject) {
        List<Held> all = new ArrayList<>();
        holders.orderedStream().forEach(holder -> {
            try (Stream<Held> found = holder.find(subject)) {
                found.filter(held -> !all.contains(held)).forEach(all::add);
            }
        });
        return all;
    }

    private SubjectStatus status(SubjectId subject) {
        return subjects.get(subject).status();
    }

    private List<AuditEntry> audited(String action, SubjectId subject) {
        return audit.search(new AuditQuery(action, null, subject.toString(), null, null), 0, 50)
                .items();
    }
}
