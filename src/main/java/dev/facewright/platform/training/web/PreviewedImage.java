package dev.facewright.platform.training.web;

import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.datasets.ImageView;
import dev.facewright.platform.training.AugmentationPreview;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/// An image and what an augmentation makes of it, inside the page: no address of its own could be kept.
///
/// @param original  a `data:` address
/// @param variants  `data:` addresses
record PreviewedImage(ImageView image, String original, List<String> variants) {
    static PreviewedImage of(
            ImageView image,
            RgbImage crop,
            AugmentationPreview preview,
            Augmentation augmentation,
            long seed,
            int variants) {
        return new PreviewedImage(
                image,
                data(ImageEncoder.png(crop)),
                IntStream.range(0, variants)
                        .mapToObj(variant -> data(preview.variant(image.id(), crop, augmentation, seed, variant)))
                        .toList());
    }

    private static String data(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
