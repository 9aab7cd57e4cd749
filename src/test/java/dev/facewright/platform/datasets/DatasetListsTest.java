package dev.facewright.platform.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetContents.CoverageBand;
import dev.facewright.platform.datasets.DatasetContents.SubjectCoverage;
import dev.facewright.platform.datasets.VersionCatalog.VersionSubjectView;
import dev.facewright.platform.kernel.PageView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the lists of a dataset show, page by page, of people who consent.
@FacewrightTest
class DatasetListsTest {
    private final Scene scene;
    private final DatasetCatalog catalog;
    private final VersionCatalog versions;
    private final JdbcClient jdbc;
    private final TestClient owner;

    DatasetListsTest(
            Scene scene, DatasetCatalog catalog, VersionCatalog versions, JdbcClient jdbc, TestSession session) {
        this.scene = scene;
        this.catalog = catalog;
        this.versions = versions;
        this.jdbc = jdbc;
        this.owner = session.as(Role.DATA_OWNER);
    }

    @Test
    void pagesOfImagesFollowEachOtherToTheLastAndThenThereIsNone() {
        DatasetId dataset = scene.datasetOf(people(5));
        List<ImageId> whole = ids(catalog.images(dataset, null, 0, 200));

        assertThat(whole).hasSize(15).doesNotHaveDuplicates();
        assertThat(inPagesOf(4, dataset)).isEqualTo(whole);
        assertThat(inPagesOf(3, dataset)).isEqualTo(whole);
        assertThat(catalog.images(dataset, null, 3, 4).items()).hasSize(3);
        assertThat(catalog.images(dataset, null, 4, 4)).satisfies(past -> {
            assertThat(past.items()).isEmpty();
            assertThat(past.total()).isEqualTo(15);
        });
        assertThat(catalog.images(dataset, null, 1_000_000, 200).items()).isEmpty();
    }

    /// Whose button to cancel it would stay otherwise.
    @Test
    void theWholePageOfAnUploadLoadsAnewOnceItHasEnded() {
        DatasetId dataset = scene.dataset();
        UploadView upload = scene.uploaded(dataset, Pictures.zip(Pictures.folder("nobody", 1, 1)));
        var progress = owner.page("/datasets/" + dataset + "/uploads/" + upload.id() + "/progress");
        assertThat(progress.expect(200).header("HX-Refresh")).isEqualTo("true");
    }

    @Test
    void pagesOfOnePersonsImagesFollowEachOtherToo() {
        SubjectId[] people = people(3);
        DatasetId dataset = scene.datasetOf(people);
        var first = catalog.images(dataset, people[1], 0, 2);
        var last = catalog.images(dataset, people[1], 1, 2);
        assertThat(first.total()).isEqualTo(3);
        assertThat(Stream.of(first, last).flatMap(page -> page.items().stream()))
                .hasSize(3)
                .extracting(ImageView::subject)
                .containsOnly(people[1]);
        assertThat(catalog.images(dataset, people[1], 2, 2).items()).isEmpty();
        assertThat(catalog.images(dataset, scene.someone(), 0, 2).items()).isEmpty();
    }

    @Test
    void whoeverWithdrawsIsInNoListAndNoCountOfTheDataset() {
        SubjectId[] people = people(4);
        DatasetId dataset = scene.datasetOf(people);
        SubjectId gone = catalog.images(dataset, null, 2, 3).items().getFirst().subject();

        People.withdrawsUnheard(jdbc, gone); // so that nothing is erased

        assertThat(catalog.get(dataset)).satisfies(summary -> {
            assertThat(summary.images()).isEqualTo(9);
            assertThat(summary.subjects()).isEqualTo(3);
        });
        assertThat(catalog.list(0, 200).items()).contains(catalog.get(dataset));
        assertThat(catalog.contents(dataset, null, 0, 1).bands()).containsExactly(new CoverageBand(3, 3));
        assertThat(catalog.coverage(dataset, 0, 10))
                .extracting(SubjectCoverage::subject)
                .hasSize(3)
                .doesNotContain(gone);
        assertThat(catalog.coverage(dataset, gone)).isEmpty();
        assertThat(inPagesOf(2, dataset)).hasSize(9).doesNotHaveDuplicates();
        assertThat(catalog.images(dataset, null, 0, 200).items())
                .extracting(ImageView::subject)
                .doesNotContain(gone);
        assertThat(catalog.images(dataset, gone, 0, 10)).satisfies(none -> {
            assertThat(none.items()).isEmpty();
            assertThat(none.total()).isZero();
        });
        String page = "/datasets/" + dataset;
        assertThat(owner.page(page).text()).doesNotContain(scene.people().codeOf(gone));
        assertThat(owner.page(page + "?subject=" + gone).text()).contains("There are no images of anyone");
        assertThat(owner.get("/api/v1" + page + "/images").json().path("total").asInt())
                .isEqualTo(9);
        assertThat(owner.get("/api/v1" + page + "/coverage").json()).hasSize(3);
        assertThat(jdbc.sql("select count(*) from dataset_subject where dataset_id = ?")
                        .param(dataset.value())
                        .query(Integer.class)
                        .single())
                .as("the images are still there: it is the consent that hides them")
                .isEqualTo(4);
    }

    @Test
    void coverageComesInPages() {
        DatasetId dataset = scene.datasetOf(people(3));
        String coverage = "/api/v1/datasets/" + dataset + "/coverage";
        assertThat(catalog.coverage(dataset, 0, 10))
                .containsExactlyElementsOf(Stream.of(0, 1)
                        .flatMap(page -> catalog.coverage(dataset, page, 2).stream())
                        .toList());
        assertThat(owner.get(coverage + "?size=2").json()).hasSize(2);
        assertThat(owner.get(coverage + "?size=2&page=1").json()).hasSize(1);
        assertThat(owner.get(coverage + "?size=2&page=2").json()).isEmpty();
        owner.get(coverage + "?size=1001").expect(422);
    }

    @Test
    void thePeopleOfAVersionComeInPagesInTheOrderOfTheirLabels() {
        DatasetId dataset = scene.datasetOf(people(5));
        DatasetVersionId version = scene.sealed(dataset);
        assertThat(versions.subjects(version, 0, 1000).items())
                .extracting(VersionSubjectView::label)
                .containsExactly(0, 1, 2, 3, 4);
        var last = versions.subjects(version, 2, 2);
        assertThat(last.total()).isEqualTo(5);
        assertThat(last.items()).extracting(VersionSubjectView::label).containsExactly(4);
        assertThat(versions.subjects(version, 3, 2).items()).isEmpty();
        assertThat(versions.subjects(version, 1_000_000, 1_000).items()).isEmpty();
        String subjects = "/api/v1/dataset-versions/" + version + "/subjects";
        assertThat(owner.get(subjects + "?size=2&page=1").json().at("/0/label").asInt())
                .isEqualTo(2);
        assertThat(owner.get(subjects + "?size=2&page=9").json()).isEmpty();
        assertThat(owner.get("/api/v1/datasets/" + dataset + "/versions?page=1").json())
                .isEmpty();
    }

    private List<ImageId> inPagesOf(int size, DatasetId dataset) {
        List<ImageId> all = new ArrayList<>();
        PageView<ImageView> page = catalog.images(dataset, null, 0, size);
        all.addAll(ids(page));
        while (page.hasNext()) {
            page = catalog.images(dataset, null, page.page() + 1, size);
            all.addAll(ids(page));
        }
        return all;
    }

    private static List<ImageId> ids(PageView<ImageView> page) {
        return page.items().stream().map(ImageView::id).toList();
    }

    private SubjectId[] people(int number) {
        return IntStream.range(0, number).mapToObj(i -> scene.someone()).toArray(SubjectId[]::new);
    }
}
