package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.Held;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What a holder still has: the first few by name, all of it by number.
record Leftovers(String holder, List<String> first, long count) {
    /// As many of the longest keys as an index entry of the audit log has room for.
    private static final int NAMED = 5;

    Leftovers {
        first = first.stream().limit(NAMED).toList();
    }

    static Leftovers of(String holder, Supplier<Stream<Held>> found) {
        List<String> first = new ArrayList<>();
        long count = 0;
        try (Stream<Held> all = found.get()) {
            for (Iterator<Held> each = all.iterator(); each.hasNext(); count++) {
                Held held = each.next();
                if (first.size() < NAMED) {
                    first.add(held.toString());
                }
            }
        }
        return new Leftovers(holder, first, count);
    }

    boolean any() {
        return count > 0;
    }

    String told() {
        return String.join(", ", first) + (count > first.size() ? ", ... (" + count + ")" : "");
    }

    @Override
    public String toString() {
        return holder + ": " + told();
    }
}
