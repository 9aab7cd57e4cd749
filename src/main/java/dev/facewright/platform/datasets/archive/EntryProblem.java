package dev.facewright.platform.datasets.archive;

/// Why an entry is not read.
public enum EntryProblem {
    UNSAFE_PATH,
    NOT_IN_A_SUBJECT_FOLDER,
    LINK,
    UNREADABLE_ENTRY,
    NESTED_ARCHIVE,
    TOO_LARGE,
    COMPRESSION_BOMB,
    /// Nothing after this entry is read.
    ARCHIVE_LIMIT,
    /// Nothing after this entry can be read.
    ARCHIVE_DAMAGED;

    /// Whether the archive ends here as far as a reader is concerned.
    public boolean last() {
        return this == ARCHIVE_LIMIT || this == ARCHIVE_DAMAGED;
    }
}
