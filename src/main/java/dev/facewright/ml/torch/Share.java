package dev.facewright.ml.torch;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One device's part of a batch.
///
/// @param images  a view of the whole batch's, from position to limit
/// @param labels  one an image
record Share(FloatBuffer images, long[] labels) {
    // Norms need them.
    private static final int LEAST = 2;

    /// One after the other, as equal as can be, and fewer than asked for where a part would be of one image.
    ///
    /// @param pixels  values of an image
    /// @throws IllegalArgumentException if images and labels do not match
    static List<Share> of(FloatBuffer images, long[] labels, int pixels, int most) {
        if (images.remaining() != labels.length * pixels) {
            throw new IllegalArgumentException("The images hold " + images.remaining() + " values, " + labels.length
                    + " of them need " + labels.length * pixels);
        }
        int parts = Math.clamp(labels.length / LEAST, 1, most);
        List<Share> shares = new ArrayList<>();
        int from = 0;
        for (int part = 0; part < parts; part++) {
            int to = from + labels.length / parts + (part < labels.length % parts ? 1 : 0);
            FloatBuffer view = images.slice(images.position() + from * pixels, (to - from) * pixels);
            shares.add(new Share(view, Arrays.copyOfRange(labels, from, to)));
            from = to;
        }
        return shares;
    }

    int count() {
        return labels.length;
    }

    /// Into how many parts a device cuts its own part in turn.
    ///
    /// @param most  at least 1
    int parts(int most) {
        return Math.clamp(count() / LEAST, 1, most);
    }
}
