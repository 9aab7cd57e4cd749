package dev.facewright.platform.datasets;

import static dev.facewright.platform.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.Waiting;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.SubjectStatus;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetProblem.ImageNotAccepted;
import dev.facewright.platform.datasets.DatasetProblem.NotEnoughToSeal;
import dev.facewright.platform.datasets.Datasets.AddedImage;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The numbers that lists are made from are always those of the images themselves.
@FacewrightTest
class ImageCountsTest {
    private static final String ERASE = "update dataset_image set content_hash = null, content_key = null,"
            + " content_type = null, crop_hash = null, crop_key = null, width = null, height = null, alignment = null,"
            + " detector = null, erased_at = now() where id in (select id from dataset_image where dataset_id = :dataset"
            + " and subject_id = :subject and erased_at is null order by id limit 1)";

    private final Scene scene;
    private final Datasets datasets;
    private final Subjects subjects;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Waiting waiting;

    ImageCountsTest(
            Scene scene,
            Datasets datasets,
            Subjects subjects,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Waiting waiting) {
        this.scene = scene;
        this.datasets = datasets;
        this.subjects = subjects;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.waiting = waiting;
    }

    @Test
    void manyWhoAddAndEraseAtOnceLeaveTheRightNumbers() throws Exception {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        DatasetId dataset = scene.datasetOf(alice, bob);
        List<Callable<Object>> adding = IntStream.range(0, 16)
                .<Callable<Object>>mapToObj(
                        i -> () -> datasets.add(dataset, i % 2 == 0 ? alice : bob, Pictures.crop(700 + i / 2), null))
                .toList();
        List<Callable<Object>> erasing = IntStream.range(0, 6)
                .<Callable<Object>>mapToObj(i -> () -> erase(dataset, i % 2 == 0 ? alice : bob))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(Stream.concat(adding.stream(), erasing.stream()).toList())
                    .forEach(ImageCountsTest::finished);
        }
        assertThat(counted(dataset)).isEqualTo(kept(dataset));
        assertThat(kept(dataset)).isNotEmpty();
    }

    /// Whoever adds it again meets the picture when inserting it, and no longer when looking at what was met.
    @Test
    void aPictureThatIsErasedJustWhenItIsAddedAgainIsAddedAnew() throws Exception {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.dataset();
        byte[] picture = Pictures.crop(43);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<AddedImage> again = transactions.execute(adding -> {
                datasets.add(dataset, alice, picture, null);
                Future<AddedImage> adder = threads.submit(() -> datasets.add(dataset, alice, picture, null));
                waiting.untilHeldBack(1);
                threads.submit(() -> transactions.executeWithoutResult(erasing -> {
                    // waits for the first, and has whoever looks from then on wait
                    jdbc.sql("lock table dataset_image in access exclusive mode")
                            .update();
                    erase(dataset, alice);
                }));
                waiting.untilHeldBack(2);
                return adder;
            });
            assertThat(requireNonNull(again).get().duplicate()).isFalse();
        }
        assertThat(counted(dataset)).containsExactly(alice + " 1").isEqualTo(kept(dataset));
    }

    @Test
    void whatIsTakenBackIsNotCounted() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(alice);
        transactions.executeWithoutResult(status -> {
            erase(dataset, alice);
            status.setRollbackOnly();
        });
        assertThat(counted(dataset)).containsExactly(alice + " 3").isEqualTo(kept(dataset));
    }

    @Test
    void whoeverIsErasedIsNotCountedAnyMore() {
        SubjectId alice = scene.someone();
        SubjectId bob = scene.someone();
        DatasetId dataset = scene.datasetOf(alice, bob);
        scene.people().withdraws(alice);
        eventually(() -> assertThat(subjects.get(alice).status()).isEqualTo(SubjectStatus.ERASED));
        assertThat(counted(dataset)).containsExactly(bob + " 3").isEqualTo(kept(dataset));
    }

    @Test
    void deletedRowsAreNotCountedAnyMore() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.datasetOf(alice);
        jdbc.sql("delete from dataset_image where dataset_id = ?")
                .param(dataset.value())
                .update();
        assertThat(counted(dataset)).isEmpty();
        assertThatThrownBy(() -> scene.sealed(dataset)).isInstanceOf(NotEnoughToSeal.class);
    }

    private int erase(DatasetId dataset, SubjectId subject) {
        return jdbc.sql(ERASE)
                .param("dataset", dataset.value())
                .param("subject", subject.value())
                .update();
    }

    /// The same picture of two people is refused, and two who erase may mean the same image.
    private static void finished(Future<Object> work) {
        try {
            work.get();
        } catch (ExecutionException refused) {
            assertThat(refused.getCause()).isInstanceOf(ImageNotAccepted.class);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> counted(DatasetId dataset) {
        return lines(dataset, "select subject_id || ' ' || images from dataset_subject where dataset_id = ?");
    }

    private List<String> kept(DatasetId dataset) {
        return lines(
                dataset,
                "select subject_id || ' ' || count(*) from dataset_image where dataset_id = ?"
                        + " and erased_at is null group by subject_id");
    }

    private List<String> lines(DatasetId dataset, String sql) {
        return jdbc.sql(sql + " order by subject_id")
                .param(dataset.value())
                .query(String.class)
                .list();
    }
}
