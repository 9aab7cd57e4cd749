package dev.facewright.platform.storage;

import dev.facewright.platform.storage.StorageProblem.StorageUnavailable;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import java.time.Clock;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/// Opens the store and the vault; a server that cannot reach its objects or read its keys does not start.
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

    @Bean
    KeyEncryptionKey keyEncryptionKey(StorageSettings settings, DataKeyRepository keys, Clock clock) {
        String configured = settings.keyEncryptionKey();
        if (!StringUtils.hasText(configured)) {
            throw new IllegalStateException("facewright.storage.key-encryption-key is not set. Make one with"
                    + " \"openssl rand -base64 32\", configure it and keep a copy in a safe place.");
        }
        return recognised(KeyEncryptionKey.of(configured), keys, clock);
    }

    private static KeyEncryptionKey recognised(KeyEncryptionKey key, DataKeyRepository keys, Clock clock) {
        if (keys.checkValue().isEmpty()) {
            keys.addCheckValue(key.checkValue(), clock.instant());
        }
        if (!keys.checkValue().map(key::made).orElse(false)) {
            throw new IllegalStateException("facewright.storage.key-encryption-key is not the key this database was"
                    + " written with: nothing personal in it could be read. Configure the earlier key.");
        }
        return key;
    }
}
