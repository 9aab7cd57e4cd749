package dev.facewright.platform.embedded;

import java.nio.file.Path;

/// Two servers may not keep their data in one folder.
final class DataFolderInUse extends IllegalStateException {
    DataFolderInUse(Path folder) {
        super("Another server is running with the data folder " + folder);
    }
}
