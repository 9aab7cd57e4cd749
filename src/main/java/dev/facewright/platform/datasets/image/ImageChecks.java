package dev.facewright.platform.datasets.image;

import dev.facewright.ml.image.CanonicalImage;
import dev.facewright.ml.image.ImageDecoder;
import dev.facewright.ml.image.ImageDecoder.DecodedImage;
import dev.facewright.ml.image.ImageRefused;
import dev.facewright.platform.datasets.registry.DatasetSettings;
import dev.facewright.platform.storage.Sha256;
import org.springframework.stereotype.Component;

/// Decodes what was offered and brings it into the form that is stored, without metadata.
@Component
class ImageChecks {
    /// @param bytes  as they are stored: no EXIF, no comments
    /// @param hash  of `bytes`
    record Checked(DecodedImage decoded, byte[] bytes, String contentType, String hash) {}

    private final DatasetSettings settings;

    ImageChecks(DatasetSettings settings) {
        this.settings = settings;
    }

    /// @throws ImageRefused with the reason
    Checked check(byte[] content) {
        DecodedImage decoded = ImageDecoder.decode(content, settings.imageLimits());
        byte[] bytes = CanonicalImage.of(content, decoded);
        return new Checked(decoded, bytes, CanonicalImage.formatFor(decoded).mediaType(), Sha256.hex(bytes));
    }
}
