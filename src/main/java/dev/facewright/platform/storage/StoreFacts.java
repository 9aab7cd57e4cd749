package dev.facewright.platform.storage;

import static dev.facewright.platform.storage.StoreCalls.ask;

import io.minio.GetBucketReplicationArgs;
import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.RetentionMode;
import io.minio.messages.VersioningConfiguration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the bucket does by itself that erasing has to reckon with. A store that does not know of something does not do
/// it.
///
/// @param versioned  whether deleting may leave versions, so that each has to be deleted by its id
/// @param replicated  whether copies are made elsewhere, which nobody here can delete
public record StoreFacts(boolean versioned, boolean replicated) {
    private static final Logger log = LoggerFactory.getLogger(StoreFacts.class);
    private static final Set<String> NOT_THERE = Set.of(
            "NotImplemented",
            "MethodNotAllowed",
            "UnsupportedOperation",
            "ObjectLockConfigurationNotFoundError",
            "ReplicationConfigurationNotFoundError",
            "NoSuchObjectLockConfiguration");

    /// @throws IllegalStateException if the bucket keeps what it is told to delete
    static StoreFacts of(MinioClient client, String bucket) {
        if (retention(client, bucket)) {
            throw new IllegalStateException(
                    "The bucket \"" + bucket + "\" has a default retention by object lock: what is"
                            + " erased would stay in it. Configure a bucket without one (facewright.storage.bucket).");
        }
        var facts = new StoreFacts(versioned(client, bucket), replicated(client, bucket));
        if (facts.versioned()) {
            log.info("The bucket {} keeps versions: whatever is deleted is deleted with every version of it", bucket);
        }
        if (facts.replicated()) {
            log.warn(
                    "The bucket {} is replicated: erased objects may stay in its copies, unreadable without keys",
                    bucket);
        }
        return facts;
    }

    private static boolean retention(MinioClient client, String bucket) {
        return has(() -> {
            RetentionMode mode = client.getObjectLockConfiguration(GetObjectLockConfigurationArgs.builder()
                            .bucket(bucket)
                            .build())
                    .mode();
            return mode != null;
        });
    }

    private static boolean versioned(MinioClient client, String bucket) {
        return has(() -> {
            VersioningConfiguration.Status status = client.getBucketVersioning(
                            GetBucketVersioningArgs.builder().bucket(bucket).build())
                    .status();
            return status == VersioningConfiguration.Status.ENABLED
                    || status == VersioningConfiguration.Status.SUSPENDED;
        });
    }

    private static boolean replicated(MinioClient client, String bucket) {
        return has(() -> !client.getBucketReplication(
                        GetBucketReplicationArgs.builder().bucket(bucket).build())
                .rules()
                .isEmpty());
    }

    private static boolean has(StoreCalls.Question<Boolean> question) {
        return ask(() -> {
            try {
                return question.ask();
            } catch (ErrorResponseException answer) {
                if (NOT_THERE.contains(answer.errorResponse().code())) {
                    return false;
                }
                throw answer;
            }
        });
    }
}
