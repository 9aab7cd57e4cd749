package dev.facewright.platform.datasets.archive;

import java.io.IOException;

/// Looks at entries in their order.
public interface EntryVisitor {
    /// @return false to see no more
    boolean visit(Entry entry) throws IOException, InterruptedException;
}
