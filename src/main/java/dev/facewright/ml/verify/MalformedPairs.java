package dev.facewright.ml.verify;

/// A pairs file that does not follow the LFW format; the message names the line and what was expected there.
public final class MalformedPairs extends IllegalArgumentException {
    private final int line;

    MalformedPairs(int line, String problem) {
        super("Line " + line + ": " + problem);
        this.line = line;
    }

    /// The line at fault, from 1.
    public int line() {
        return line;
    }
}
