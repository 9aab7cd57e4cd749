package dev.facewright.platform.benchmarks;

import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import dev.facewright.platform.kernel.Words;
import java.util.List;

/// Everything that benchmarks refuse, one case a rule.
public abstract sealed class BenchmarkProblem extends DomainException {
    private BenchmarkProblem(ProblemKind kind, String slug, Object... arguments) {
        super(kind, slug, arguments);
    }

    /// The file is no zip, tar or tar.gz, or is damaged, or holds more than is taken.
    public static final class BenchmarkArchiveRefused extends BenchmarkProblem {
        BenchmarkArchiveRefused() {
            super(ProblemKind.UNSUPPORTED, "benchmark-archive-refused");
        }
    }

    /// The archive holds two files for one image, such as a JPEG and a PNG of one name: which one is meant cannot be
    /// told.
    public static final class BenchmarkImageTwice extends BenchmarkProblem {
        BenchmarkImageTwice(int pair) {
            super(ProblemKind.UNPROCESSABLE, "benchmark-image-twice", pair);
        }
    }

    /// An image that a pair names cannot be decoded: every pair must be scored, so the benchmark is not taken.
    public static final class BenchmarkImageUnreadable extends BenchmarkProblem {
        BenchmarkImageUnreadable(int pair, String reason) {
            super(ProblemKind.UNPROCESSABLE, "benchmark-image-unreadable", pair, reason);
        }
    }

    /// The archive lacks images that the pairs name. Says which pair is the first without one; the file's own names
    /// are not repeated.
    public static final class BenchmarkImagesMissing extends BenchmarkProblem {
        BenchmarkImagesMissing(int missing, int firstPair) {
            super(ProblemKind.UNPROCESSABLE, "benchmark-images-missing", missing, firstPair);
        }
    }

    /// Names of benchmarks are unique, since reports are told apart by them.
    public static final class BenchmarkNameTaken extends BenchmarkProblem {
        BenchmarkNameTaken(BenchmarkId existing) {
            super(ProblemKind.CONFLICT, "benchmark-name-taken", existing);
        }
    }

    /// There is no benchmark of that id.
    public static final class BenchmarkNotFound extends BenchmarkProblem {
        BenchmarkNotFound(BenchmarkId id) {
            super(ProblemKind.NOT_FOUND, "benchmark-not-found", id);
        }
    }

    /// Only a benchmark whose images are all aligned and still held can be scored on.
    public static final class BenchmarkNotReady extends BenchmarkProblem {
        BenchmarkNotReady(BenchmarkId id, BenchmarkStatus status) {
            super(ProblemKind.CONFLICT, "benchmark-not-ready", id, status);
        }
    }

    /// In a benchmark of people who agreed to it everyone is someone known here who agrees to evaluation. Says how many
    /// are not, and which pair is the first to name one; the file's own names are not repeated.
    public static final class BenchmarkPeopleWithoutConsent extends BenchmarkProblem {
        BenchmarkPeopleWithoutConsent(int people, int firstPair) {
            super(ProblemKind.UNPROCESSABLE, "benchmark-people-without-consent", people, firstPair);
        }
    }

    /// Someone in the benchmark agrees to it no more, or nobody knows who is in it: it is used for nothing any more.
    public static final class BenchmarkWithdrawn extends BenchmarkProblem {
        BenchmarkWithdrawn(BenchmarkId id) {
            super(ProblemKind.CONFLICT, "benchmark-withdrawn", id);
        }
    }

    /// The pairs file does not follow the LFW format; the reason names the line.
    public static final class PairsRefused extends BenchmarkProblem {
        /// @param rule  ends the key of its text: `benchmark.pairs-rule.<rule>`
        /// @param arguments  of the rule
        PairsRefused(String rule, List<String> arguments, String reason) {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "benchmark-pairs-refused",
                    new Words("benchmark.pairs-rule." + rule, arguments, reason));
        }
    }
}
