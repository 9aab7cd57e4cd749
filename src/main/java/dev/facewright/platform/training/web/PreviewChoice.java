package dev.facewright.platform.training.web;

import dev.facewright.platform.datasets.DatasetCatalog;
import dev.facewright.platform.datasets.DatasetContents.SubjectCoverage;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.ImageCatalog;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.ImageView;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Which images of a dataset a preview shows and offers.
@Component
class PreviewChoice {
    static final int MOST_SHOWN = 4;
    private static final int OFFERED_PEOPLE = 12;

    private final DatasetCatalog catalog;
    private final ImageCatalog images;

    PreviewChoice(DatasetCatalog catalog, ImageCatalog images) {
        this.catalog = catalog;
        this.images = images;
    }

    /// @param offered  the chosen ones first, then one each of some people
    record Images(List<ImageView> shown, List<ImageView> offered) {
        public boolean shows(ImageView image) {
            return shown.contains(image);
        }
    }

    /// @param chosen  empty for images of the first few people
    /// @throws dev.facewright.platform.datasets.DatasetProblem.ImageNotFound
    ///     if one is not there, or whoever is on it does not consent
    Images of(DatasetId dataset, List<ImageId> chosen) {
        List<ImageView> wanted = chosen.stream()
                .distinct()
                .limit(MOST_SHOWN)
                .map(image -> images.get(dataset, image))
                .toList();
        List<ImageView> offered =
                Stream.concat(wanted.stream(), onePerPerson(dataset)).distinct().toList();
        List<ImageView> shown =
                wanted.isEmpty() ? offered.stream().limit(MOST_SHOWN).toList() : wanted;
        return new Images(shown, offered);
    }

    private Stream<ImageView> onePerPerson(DatasetId dataset) {
        return catalog.coverage(dataset, 0, OFFERED_PEOPLE).stream()
                .map(SubjectCoverage::subject)
                .flatMap(person -> catalog.images(dataset, person, 0, 1).items().stream());
    }
}
