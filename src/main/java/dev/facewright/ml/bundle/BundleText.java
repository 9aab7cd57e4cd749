package dev.facewright.ml.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The texts that bundles are made of, from beside this class.
final class BundleText {
    private BundleText() {}

    static String read(String name) throws IOException {
        try (InputStream in = BundleText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing beside " + BundleText.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
