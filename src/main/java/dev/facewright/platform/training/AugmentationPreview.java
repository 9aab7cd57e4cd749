package dev.facewright.platform.training;

import dev.facewright.ml.augment.Augmenter;
import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.EpochSampler;
import dev.facewright.ml.image.ImageDecoder;
import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.ml.image.ImageLimits;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.ImageCatalog;
import dev.facewright.platform.datasets.ImageId;
import org.springframework.stereotype.Service;

/// Shows what an augmentation makes of an image. Keeps nothing; each look asks for the consent again.
@Service
public class AugmentationPreview {
    private final Datasets datasets;
    private final ImageCatalog images;

    AugmentationPreview(Datasets datasets, ImageCatalog images) {
        this.datasets = datasets;
        this.images = images;
    }

    /// The aligned crop as it is stored.
    ///
    /// @throws dev.facewright.platform.datasets.DatasetProblem.ImageNotFound
    ///     if there is none, or whoever is on it does not consent
    /// @throws dev.facewright.platform.datasets.DatasetProblem.WrongPurpose
    ///     if the version is not for training; the other refusals of `Datasets.requireUsable`
    public RgbImage crop(DatasetVersionId version, ImageId image) {
        byte[] png = images.crop(datasets.version(version).dataset(), image).content();
        datasets.requireUsable(version, Purpose.TRAINING);
        return ImageDecoder.decode(png, ImageLimits.DEFAULT).image();
    }

    /// @param image  whose crop it is: like a run, no two images share their random numbers
    /// @param augmentation  without problems
    /// @param variant  from 0: a run draws as anew in each epoch
    /// @return a PNG of 112x112
    public byte[] variant(ImageId image, RgbImage crop, Augmentation augmentation, long seed, int variant) {
        byte[] pixels = crop.pixels().clone();
        long place = image.value().getLeastSignificantBits();
        new Augmenter(augmentation.steps()).apply(pixels, EpochSampler.random(seed, variant, place));
        return ImageEncoder.png(new RgbImage(crop.width(), crop.height(), pixels));
    }
}
