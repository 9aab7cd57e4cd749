package dev.facewright.platform.embedded;

import java.util.Map;

/// A store that has been started, and the configuration properties that lead to it.
sealed interface EmbeddedStore extends AutoCloseable permits EmbeddedDatabase, EmbeddedObjects {
    Map<String, Object> properties();
}
