package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Says that an archive that waits, or is being looked through, may have anyone in it: nobody has looked yet. It
/// goes at the end of its upload, which takes nothing of whoever is erased by then.
@Component
class ArchiveHolder implements PersonalDataHolder.Unattributed {
    private final UploadRepository uploads;

    ArchiveHolder(UploadRepository uploads) {
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return "archives";
    }

    @Override
    public Stream<Held> unattributed() {
        return uploads.withArchive().stream().map(id -> new Held.Row("dataset_upload", id.toString()));
    }
}
