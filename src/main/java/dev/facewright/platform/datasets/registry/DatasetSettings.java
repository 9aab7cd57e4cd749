package dev.facewright.platform.datasets.registry;

import dev.facewright.ml.image.ImageLimits;
import dev.facewright.platform.datasets.archive.ArchiveLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// What an upload may cost.
///
/// @param threads  images of one upload that are worked on at a time
/// @param imageLimit  the largest image file
/// @param pixelLimit  the most pixels of an image
/// @param archiveLimit  the largest archive
/// @param unpackedLimit  the most bytes all entries of an archive may have together
/// @param entryLimit  the most entries of an archive
/// @param compressionLimit  how many times larger than its compressed form an entry may be
@Validated
@ConfigurationProperties("facewright.datasets")
public record DatasetSettings(
        @Min(1) @Max(64) @DefaultValue("2") int threads,
        @DefaultValue("20MB") DataSize imageLimit,
        @DefaultValue("40000000") long pixelLimit,
        @DefaultValue("8GB") DataSize archiveLimit,
        @DefaultValue("64GB") DataSize unpackedLimit,
        @DefaultValue("500000") int entryLimit,
        @DefaultValue("200") int compressionLimit) {
    private static final int SMALLEST_SIDE = 16;

    public ImageLimits imageLimits() {
        return new ImageLimits(imageLimit.toBytes(), pixelLimit, SMALLEST_SIDE);
    }

    public ArchiveLimits archiveLimits() {
        return new ArchiveLimits(entryLimit, imageLimit.toBytes(), unpackedLimit.toBytes(), compressionLimit);
    }
}
