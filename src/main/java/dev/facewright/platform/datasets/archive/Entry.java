package dev.facewright.platform.datasets.archive;

import java.io.IOException;

/// One entry, while a reader stands at it.
public interface Entry {
    /// Counted from 1 over all entries, folders included, as listing the archive counts them.
    int position();

    /// As it stands in the archive, for whoever has an order of folders of their own. Nothing is to be written
    /// there.
    String name();

    EntryPath path();

    /// The content, in memory.
    ///
    /// @throws EntryRefused if it is not to be had, or more than is taken
    byte[] read() throws IOException;
}
