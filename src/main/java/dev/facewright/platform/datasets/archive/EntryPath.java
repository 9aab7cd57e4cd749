package dev.facewright.platform.datasets.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What an entry's name says it is. Nothing is ever written to a path taken from an archive; a name that
/// tries to leave the archive still tells that whoever made it means no good.
public sealed interface EntryPath {
    /// `folder/name`.
    record InFolder(String folder, String name) implements EntryPath {
        public String path() {
            return folder + "/" + name;
        }
    }

    /// A file beside the folders.
    record AtRoot(String name) implements EntryPath {}

    record Directory() implements EntryPath {}

    /// What operating systems leave behind.
    record Junk() implements EntryPath {}

    record Bad(EntryProblem problem) implements EntryPath {}

    Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    Set<String> JUNK_FILES = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");
    int FOLDER_AND_NAME = 2;

    static EntryPath of(String name, boolean directory) {
        List<String> parts = Arrays.stream(name.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        if (unsafe(name, parts)) {
            return new Bad(EntryProblem.UNSAFE_PATH);
        }
        if (directory || parts.isEmpty()) {
            return new Directory();
        }
        if (parts.getFirst().equals("__MACOSX")
                || JUNK_FILES.contains(parts.getLast())
                || parts.getLast().startsWith("._")) {
            return new Junk();
        }
        return switch (parts.size()) {
            case 1 -> new AtRoot(parts.getFirst());
            case FOLDER_AND_NAME -> new InFolder(parts.getFirst(), parts.getLast());
            default -> new Bad(EntryProblem.NOT_IN_A_SUBJECT_FOLDER);
        };
    }

    private static boolean unsafe(String name, List<String> parts) {
        return name.startsWith("/")
                || name.indexOf('\\') >= 0
                || DRIVE.matcher(name).matches()
                || CONTROL.matcher(name).find()
                || parts.contains("..");
    }
}
