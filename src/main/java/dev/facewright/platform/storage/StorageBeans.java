package dev.facewright.platform.storage;

import dev.facewright.platform.storage.StorageProblem.StorageUnavailable;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the object store; a server that cannot reach its objects does not start.
@Configuration
class StorageBeans {
    @Bean
    MinioClient minioClient(StorageSettings settings) {
        return MinioClient.builder()
                .endpoint(settings.endpoint())
                .credentials(settings.accessKey(), settings.secretKey())
                .region(settings.region())
                .httpClient(http(settings), true)
                .build();
    }

    /// The only one that lists unfinished uploads.
    @Bean
    MinioAsyncClient minioAsyncClient(StorageSettings settings) {
        return MinioAsyncClient.builder()
                .endpoint(settings.endpoint())
                .credentials(settings.accessKey(), settings.secretKey())
                .region(settings.region())
                .httpClient(http(settings), true)
                .build();
    }

    private static OkHttpClient http(StorageSettings settings) {
        return new OkHttpClient.Builder()
                .socketFactory(new PromptSockets())
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.readTimeout())
                .build();
    }

    @Bean
    UnfinishedUploads unfinishedUploads(MinioAsyncClient client, StorageSettings settings) {
        return new UnfinishedUploads(client, settings.bucket());
    }

    @Bean
    StoreFacts storeFacts(MinioClient client, ObjectStore store, StorageSettings settings) {
        StoreFacts facts = StoreFacts.of(client, settings.bucket());
        store.heed(facts);
        return facts;
    }

    @Bean
    ObjectStore objectStore(MinioClient client, StorageSettings settings) {
        ObjectStore store = new ObjectStore(client, settings.bucket());
        try {
            store.createBucketIfMissing();
        } catch (StorageUnavailable e) {
            throw new IllegalStateException(
                    "The object store at " + settings.endpoint() + " does not answer, or refuses the bucket \""
                            + settings.bucket()
                            + "\". Check facewright.storage.endpoint, access-key, secret-key and bucket.",
                    e);
        }
        return store;
    }
}
