package dev.facewright.platform.datasets.image;

import dev.facewright.ml.detect.DetectedFace;
import dev.facewright.ml.detect.Faces;
import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.ml.image.ImageFormat;
import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.DatasetProblem.AlignmentRefused;
import dev.facewright.platform.datasets.Offer;
import dev.facewright.platform.datasets.RefusalReason;
import dev.facewright.platform.datasets.alignment.FaceAlignment;
import dev.facewright.platform.datasets.alignment.FaceAlignment.Crop;
import dev.facewright.platform.datasets.alignment.FaceAlignment.Seen;
import dev.facewright.platform.datasets.image.ImageChecks.Checked;
import dev.facewright.platform.storage.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes of a picture what is kept of each person on it. Faces are counted first, where there is a detector: nobody is
/// taken in unnamed.
@Component
class Portraits {
    private final FaceAlignment alignment;

    Portraits(FaceAlignment alignment) {
        this.alignment = alignment;
    }

    /// @throws AlignmentRefused if there is no face to cut out, or another number of faces than of people
    List<Portrait> of(Dataset dataset, Offer offer, Checked checked) {
        Seen seen = alignment.look(checked.decoded().image());
        Optional<Faces> counted = alignment.counted(seen);
        if (offer.people().size() > 1) {
            Faces faces = counted.orElseThrow(() -> new AlignmentRefused(RefusalReason.NO_DETECTOR));
            return ofSeveral(offer, checked, faces);
        }
        Crop crop = alignment.crop(checked.decoded().image(), offer.landmarks(), dataset.alwaysDetect(), () -> seen);
        counted.ifPresent(faces -> requireAlone(faces, offer.landmarks()));
        return List.of(new Portrait(
                offer.subject(),
                checked.bytes(),
                checked.hash(),
                null,
                crop,
                counted.map(Faces::count).orElse(null)));
    }

    /// With landmarks somewhere else, the one face that was found is another's.
    private static void requireAlone(Faces faces, @Nullable Landmarks5 landmarks) {
        int others =
                landmarks == null ? faces.count() - 1 : faces.besides(landmarks).size();
        if (others > 0) {
            throw new AlignmentRefused(RefusalReason.SEVERAL_FACES);
        }
    }

    private List<Portrait> ofSeveral(Offer offer, Checked checked, Faces faces) {
        List<DetectedFace> row = faces.leftToRight();
        if (row.size() != offer.faces().size()) {
            throw new AlignmentRefused(RefusalReason.FACES_DIFFER);
        }
        if (offer.landmarks() != null) {
            requireTheirs(offer, row, offer.landmarks());
        }
        List<Portrait> portraits = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            RgbImage copy = faces.coveredBesides(checked.decoded().image(), row.get(i));
            byte[] bytes = encoded(copy, checked.decoded().format());
            Crop crop = alignment.crop(copy, row.get(i));
            portraits.add(
                    new Portrait(offer.faces().get(i), bytes, Sha256.hex(bytes), checked.hash(), crop, faces.count()));
        }
        return portraits;
    }

    /// Landmarks of one face and a row of people must mean the same face.
    private static void requireTheirs(Offer offer, List<DetectedFace> row, Landmarks5 landmarks) {
        DetectedFace named = row.get(offer.faces().indexOf(offer.subject()));
        if (!new Faces(List.of(named)).besides(landmarks).isEmpty()) {
            throw new AlignmentRefused(RefusalReason.BAD_LANDMARKS);
        }
    }

    private static byte[] encoded(RgbImage image, ImageFormat format) {
        return format == ImageFormat.JPEG
                ? ImageEncoder.jpeg(image, ImageEncoder.STORAGE_QUALITY)
                : ImageEncoder.png(image);
    }
}
