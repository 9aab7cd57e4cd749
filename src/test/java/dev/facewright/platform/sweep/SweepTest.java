package dev.facewright.platform.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.evaluation.TinyModel;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import dev.facewright.platform.storage.Vault;
import io.minio.BucketExistsArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@FacewrightTest
record SweepTest(
        Sweeps sweeps,
        Broom broom,
        ForgetfulRegister forgetful,
        ObjectStore store,
        Vault vault,
        Scene scene,
        ModelRegistry models,
        MinioClient client,
        MinioAsyncClient parts,
        JdbcClient jdbc,
        TestClock clock) {
    private static final Duration GRACE = Duration.ofHours(1).plusMinutes(1);
    private static final String BUCKET = "facewright";

    @AfterEach
    void remember() {
        forgetful.whenAsked(null);
    }

    @Test
    void whatNobodyOwnsIsDeletedWhateverKindItIsOf() {
        List<ObjectKey> orphans = Stream.of(Kind.values())
                .map(kind -> ObjectKey.of(new ObjectOwner(kind, UUID.randomUUID()), "anything"))
                .toList();
        orphans.forEach(this::plant);
        clock.advance(GRACE);

        SweepView swept = sweep();

        assertThat(orphans.stream().filter(store::exists)).isEmpty();
        assertThat(swept.objects()).isGreaterThanOrEqualTo(orphans.size());
        assertThat(sweep().found()).isZero();
    }

    @Test
    void whatIsOwnedStaysWithItsKeys() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        var version = scene.sealed(scene.datasetOf(alice, bob));
        ModelVersionId model = TinyModel.register(models, "kept by the sweep");
        clock.advance(GRACE);

        sweep();

        assertThat(owned(ObjectOwner.subject(alice.value()))).isEqualTo(7);
        assertThat(models.load(model)).isNotEmpty();
        assertThat(version).isNotNull();
        assertThat(jdbc.sql("select count(*) from data_key k join data_subject s on s.data_key = k.id"
                                + " where s.id in (?, ?) and k.wrapped_key is not null")
                        .params(alice.value(), bob.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anObjectThatNoRowOfALivingOwnerKnowsIsDeletedToo() {
        SubjectId alice = scene.someone();
        scene.datasetOf(alice);
        ObjectKey late = ObjectKey.of(
                ObjectOwner.subject(alice.value()), "images", UUID.randomUUID().toString(), "crop");
        plant(late);
        clock.advance(GRACE);

        sweep();

        assertThat(store.exists(late)).isFalse();
        assertThat(owned(ObjectOwner.subject(alice.value()))).isEqualTo(7);
    }

    @Test
    void anObjectPlantedAgainAfterItWasDeletedIsDeletedAgain() {
        SubjectId alice = scene.someone();
        scene.datasetOf(alice);
        ObjectKey picture;
        try (Stream<ObjectStore.ListedObject> all = store.list(ObjectOwner.subject(alice.value()))) {
            picture = all.map(ObjectStore.ListedObject::key)
                    .filter(key -> key.part(2).equals("images"))
                    .findFirst()
                    .orElseThrow();
        }
        jdbc.sql(
                        "update dataset_image set erased_at = now(), content_hash = null, content_key = null, content_type = null,"
                                + " crop_hash = null, crop_key = null, width = null, height = null, alignment = null,"
                                + " detector = null where id = ?")
                .param(UUID.fromString(picture.part(3)))
                .update();
        clock.advance(GRACE);
        sweep();
        assertThat(store.exists(picture)).isFalse();

        plant(picture);
        sweep();

        assertThat(store.exists(picture)).isFalse();
    }

    @Test
    void howeverManyOneOwnerHasAllAreDeleted() {
        ObjectOwner owner = ObjectOwner.benchmark(UUID.randomUUID());
        IntStream.range(0, 1_500).parallel().forEach(i -> plant(ObjectKey.of(owner, "block-" + i)));
        assertThat(owned(owner)).isEqualTo(1_500);
        clock.advance(GRACE);

        sweep();

        assertThat(owned(owner)).isZero();
    }

    @Test
    void keysOfBeforeThereWereOwnersAreKnownByTheirRowsOrDeleted() throws Exception {
        SubjectId alice = scene.someone();
        scene.datasetOf(alice);
        String known = "images/ab/" + "1".repeat(62);
        String unknown = "images/ab/" + "2".repeat(62);
        put(known);
        put(unknown);
        jdbc.sql(
                        "update dataset_image set crop_key = ? where id = (select id from dataset_image where subject_id = ? limit 1)")
                .params(known, alice.value())
                .update();
        clock.advance(GRACE);

        sweep();

        assertThat(store.exists(new ObjectKey(known))).isTrue();
        assertThat(store.exists(new ObjectKey(unknown))).isFalse();
    }

    @Test
    void whatThisServerNeverMadeStaysAndIsTold() throws Exception {
        put("holiday/beach photo.jpg");
        put("report.pdf");
        clock.advance(GRACE);

        SweepView swept = sweep();

        assertThat(swept.strange()).isGreaterThanOrEqualTo(2);
        assertThat(store.exists(new ObjectKey("report.pdf"))).isTrue();
    }

    @Test
    void whatIsYoungStays() {
        ObjectKey orphan = ObjectKey.of(ObjectOwner.export(UUID.randomUUID()), "bundle.zip");
        plant(orphan);
        Tally tally = new Tally();

        broom.objects(Instant.now().minus(GRACE), tally, () -> {}); // the store's clock is the machine's

        assertThat(tally.objects).isZero();
        assertThat(tally.young).isGreaterThanOrEqualTo(1);
        assertThat(store.exists(orphan)).isTrue();
    }

    @Test
    void aKeyThatNoRowRefersToIsDestroyed() {
        List<DataKeyId> orphans = Stream.of(Kind.values())
                .map(kind -> vault.createKey(new ObjectOwner(kind, UUID.randomUUID())))
                .toList();
        clock.advance(GRACE);

        SweepView swept = sweep();

        assertThat(swept.keys()).isGreaterThanOrEqualTo(orphans.size());
        for (DataKeyId key : orphans) {
            assertThatThrownBy(() -> vault.encrypt(key, new byte[] {1}, new byte[0]))
                    .isInstanceOf(KeyDestroyed.class);
        }
    }

    @Test
    void partsThatNobodySendsAnyMoreAreAborted() throws Exception {
        ObjectKey orphan = ObjectKey.of(ObjectOwner.upload(UUID.randomUUID()), "archive");
        parts.createMultipartUpload(CreateMultipartUploadArgs.builder()
                        .bucket(BUCKET)
                        .object(orphan.value())
                        .build())
                .join();
        clock.advance(GRACE);

        assertThat(sweep().uploads()).isEqualTo(1);
        assertThat(sweep().uploads()).isZero();
    }

    @Test
    void whereARegisterFailsAllThatItMayKnowStays() {
        ObjectKey scores = ObjectKey.of(ObjectOwner.evaluation(UUID.randomUUID()), "scores.csv.gz");
        ObjectKey bundle = ObjectKey.of(ObjectOwner.export(UUID.randomUUID()), "bundle.zip");
        plant(scores);
        plant(bundle);
        clock.advance(GRACE);
        forgetful.whenAsked(() -> {
            throw new IllegalStateException("out of order");
        });

        SweepView swept = sweep();

        assertThat(swept.unanswered()).containsExactly("forgetful");
        assertThat(swept.status()).isEqualTo("INCOMPLETE");
        assertThat(store.exists(scores)).isTrue();
        assertThat(store.exists(bundle)).isFalse();

        forgetful.whenAsked(null);
        sweep();
        assertThat(store.exists(scores)).isFalse();
    }

    @Test
    void onlyOneSweepsAtATime() throws Exception {
        plant(ObjectKey.of(ObjectOwner.evaluation(UUID.randomUUID()), "scores.csv.gz"));
        clock.advance(GRACE);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        forgetful.whenAsked(() -> {
            asked.countDown();
            await(goesOn);
        });
        var first = new FutureTask<>(sweeps::sweep);
        Thread.ofPlatform().daemon().start(first);
        asked.await();

        assertThat(sweeps.sweep()).isEmpty();

        goesOn.countDown();
        assertThat(first.get()).map(SweepView::status).contains("DONE");
    }

    @Test
    void aSweepThatStoodStillForTooLongIsBrokenOff() throws Exception {
        plant(ObjectKey.of(ObjectOwner.evaluation(UUID.randomUUID()), "scores.csv.gz"));
        clock.advance(GRACE);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        forgetful.whenAsked(() -> {
            asked.countDown();
            await(goesOn);
        });
        var first = new FutureTask<>(sweeps::sweep);
        Thread.ofPlatform().daemon().start(first);
        asked.await();
        forgetful.whenAsked(null);
        clock.advance(Duration.ofMinutes(11));

        assertThat(sweeps.sweep()).map(SweepView::status).contains("DONE");

        goesOn.countDown();
        assertThat(first.get()).map(SweepView::failure).contains("sweep-broken-off");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SweepView sweep() {
        Optional<SweepView> swept = sweeps.sweep();
        assertThat(swept).map(SweepView::failure).isEmpty();
        return swept.orElseThrow();
    }

    private void plant(ObjectKey key) {
        store.put(key, new byte[] {1}, "text/plain");
    }

    private void put(String name) throws Exception {
        assertThat(client.bucketExists(BucketExistsArgs.builder().bucket(BUCKET).build()))
                .isTrue();
        client.putObject(PutObjectArgs.builder()
                .bucket(BUCKET)
                .object(name)
                .data(new byte[] {1}, 1)
                .build());
    }

    private long owned(ObjectOwner owner) {
        try (Stream<?> all = store.list(owner)) {
            return all.count();
        }
    }
}
