package dev.facewright.ml.data;

import dev.facewright.ml.augment.Affine;
import dev.facewright.ml.augment.CoarseDropout;
import dev.facewright.ml.augment.ColourJitter;
import dev.facewright.ml.augment.Cutout;
import dev.facewright.ml.augment.FaceMask;
import dev.facewright.ml.augment.GaussianBlur;
import dev.facewright.ml.augment.Grayscale;
import dev.facewright.ml.augment.JpegCompression;
import dev.facewright.ml.augment.LowResolution;
import dev.facewright.ml.augment.Mirror;
import dev.facewright.ml.augment.RandomResizedCrop;
import dev.facewright.ml.augment.Sunglasses;

/// Augmentations to begin with.
public enum AugmentationPreset {
    /// The crop as it is.
    NONE(Augmentation.of()),

    /// Mirrored, with a little of light, pose and blur: for aligned faces of good quality.
    MILD(Augmentation.of(
            new Mirror(0.5),
            new ColourJitter(1, 0.2, 0.2, 0.2),
            new Affine(1, 3, 0.03, 0.02),
            new GaussianBlur(0.05, 1, 1))),

    /// The ranges training guides name most often: 15 degrees, a fifth in size and brightness, 15 % of contrast.
    GUIDE(Augmentation.of(
            new Mirror(0.5),
            new ColourJitter(1, 0.2, 0.15, 0.2),
            new Affine(1, 15, 0.2, 0.05),
            new GaussianBlur(0.1, 0.5, 1.5),
            new JpegCompression(0.1, 40, 95))),

    /// Mild, and often something is worn or in the way.
    OCCLUSION(Augmentation.of(
            new Mirror(0.5),
            new ColourJitter(1, 0.2, 0.2, 0.2),
            new Affine(1, 3, 0.03, 0.02),
            new GaussianBlur(0.05, 1, 1),
            new LowResolution(0.1, 0.4),
            new FaceMask(0.2),
            new Sunglasses(0.15),
            new Cutout(0.15, 0.3),
            new CoarseDropout(0.15, 6, 0.1))),

    /// Chen et al., *SimCLR*, 2020, appendix A, <https://arxiv.org/abs/2002.05709>, with the colours at half its
    /// strength and crops of at least 0.3 of the area instead of 0.08: less of a face may be anybody's.
    CONTRASTIVE(Augmentation.of(
            new RandomResizedCrop(1, 0.3),
            new Mirror(0.5),
            new ColourJitter(0.8, 0.4, 0.4, 0.4),
            new Grayscale(0.2),
            new GaussianBlur(0.5, 0.1, 2)));

    private final Augmentation augmentation;

    AugmentationPreset(Augmentation augmentation) {
        this.augmentation = augmentation;
    }

    public Augmentation augmentation() {
        return augmentation;
    }
}
