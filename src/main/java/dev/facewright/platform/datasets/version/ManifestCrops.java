package dev.facewright.platform.datasets.version;

import dev.facewright.ml.image.ImageDecoder;
import dev.facewright.ml.image.ImageRefused;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetProblem.SealedImageDamaged;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.SealedCrops;
import dev.facewright.platform.datasets.image.ImageSafe;
import dev.facewright.platform.datasets.image.ImageSafe.Part;
import dev.facewright.platform.datasets.registry.DatasetSettings;
import dev.facewright.platform.datasets.version.CropSources.Source;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.storage.StorageProblem.CiphertextRefused;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import dev.facewright.platform.storage.StorageProblem.ObjectNotFound;
import java.util.List;

/// Reads the crops a manifest names.
final class ManifestCrops implements SealedCrops {
    private final DatasetVersionId version;
    private final List<Source> sources;
    private final int identities;
    private final Runnable gate;
    private final ImageSafe safe;
    private final DatasetSettings settings;

    /// @param gate  throws once the version may not be used any more
    ManifestCrops(
            DatasetVersionId version,
            List<Source> sources,
            int identities,
            Runnable gate,
            ImageSafe safe,
            DatasetSettings settings) {
        this.version = version;
        this.sources = sources;
        this.identities = identities;
        this.gate = gate;
        this.safe = safe;
        this.settings = settings;
    }

    @Override
    public int size() {
        return sources.size();
    }

    @Override
    public int identities() {
        return identities;
    }

    @Override
    public SubjectId subject(int index) {
        return sources.get(index).subject();
    }

    @Override
    public ImageId image(int index) {
        return sources.get(index).image();
    }

    @Override
    public int label(int index) {
        return sources.get(index).label();
    }

    @Override
    public void read(int index, byte[] target) {
        Source source = sources.get(index);
        gate.run();
        byte[] png = fetch(source);
        if (!Sha256.hex(png).equals(source.cropSha256())) {
            throw new SealedImageDamaged(source.image(), version);
        }
        byte[] pixels = decode(source, png).pixels();
        System.arraycopy(pixels, 0, target, 0, pixels.length);
    }

    /// Whoever withdraws may be erased between the question and the reading.
    private byte[] fetch(Source source) {
        try {
            return safe.get(source.dataKey(), source.image(), Part.CROP, source.key());
        } catch (KeyDestroyed | ObjectNotFound | CiphertextRefused unreadable) {
            gate.run();
            throw new SealedImageDamaged(source.image(), version, unreadable);
        }
    }

    private RgbImage decode(Source source, byte[] png) {
        try {
            return ImageDecoder.decode(png, settings.imageLimits()).image();
        } catch (ImageRefused damaged) {
            throw new SealedImageDamaged(source.image(), version, damaged);
        }
    }
}
