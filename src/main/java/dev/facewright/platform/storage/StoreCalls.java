package dev.facewright.platform.storage;

import dev.facewright.platform.storage.StorageProblem.ObjectNotFound;
import dev.facewright.platform.storage.StorageProblem.StorageUnavailable;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.util.Set;

/// Asks the S3 client and says what went wrong in this server's words.
final class StoreCalls {
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchObject", "ResourceNotFound");

    interface Question<T> {
        T ask() throws MinioException;
    }

    private StoreCalls() {}

    /// @throws ObjectNotFound if the store says so
    static <T> T find(ObjectKey key, Question<T> question) {
        return ask(() -> {
            try {
                return question.ask();
            } catch (ErrorResponseException e) {
                if (MISSING.contains(e.errorResponse().code())) {
                    throw new ObjectNotFound(key);
                }
                throw e;
            }
        });
    }

    /// The client wraps a broken connection in an `IllegalStateException`, as it does its own bugs.
    static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (MinioException e) {
            throw new StorageUnavailable(e);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof IOException) {
                throw new StorageUnavailable(e);
            }
            throw e;
        }
    }
}
