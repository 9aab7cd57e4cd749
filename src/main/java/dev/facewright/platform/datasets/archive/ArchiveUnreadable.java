package dev.facewright.platform.datasets.archive;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Not even the first entry can be found.
public final class ArchiveUnreadable extends IOException {
    ArchiveUnreadable(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
