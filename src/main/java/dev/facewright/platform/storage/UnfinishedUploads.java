package dev.facewright.platform.storage;

import dev.facewright.platform.storage.StorageProblem.StorageUnavailable;
import dev.facewright.platform.storage.StoreAttic.UnfinishedUpload;
import io.minio.AbortMultipartUploadArgs;
import io.minio.ListMultipartUploadsArgs;
import io.minio.MinioAsyncClient;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.ListMultipartUploadsResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Uploads in parts: no list of objects shows them, and they stay until somebody finishes or aborts them.
class UnfinishedUploads {
    private static final String GONE = "NoSuchUpload";

    private final MinioAsyncClient client;
    private final String bucket;

    UnfinishedUploads(MinioAsyncClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    Stream<UnfinishedUpload> all() {
        return Stream.iterate(page(null), page -> page != null, page -> page.isTruncated() ? page(page) : null)
                .flatMap(page -> page.uploads().stream())
                .map(each -> new UnfinishedUpload(
                        each.objectName(), each.uploadId(), each.initiated().toInstant()));
    }

    /// One that is not there any more is fine.
    void abort(UnfinishedUpload upload) {
        try {
            client.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                            .bucket(bucket)
                            .object(upload.name())
                            .uploadId(upload.id())
                            .build())
                    .join();
        } catch (CompletionException failed) {
            if (!(failed.getCause() instanceof ErrorResponseException answer
                    && GONE.equals(answer.errorResponse().code()))) {
                throw new StorageUnavailable(failed);
            }
        }
    }

    private ListMultipartUploadsResult page(@Nullable ListMultipartUploadsResult before) {
        var arguments = ListMultipartUploadsArgs.builder().bucket(bucket);
        if (before != null) {
            arguments.keyMarker(before.nextKeyMarker()).uploadIdMarker(before.nextUploadIdMarker());
        }
        return join(client.listMultipartUploads(arguments.build())).result();
    }

    private static <T> T join(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw new StorageUnavailable(failed);
        }
    }
}
