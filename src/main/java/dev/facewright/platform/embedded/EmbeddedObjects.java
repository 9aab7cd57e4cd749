package dev.facewright.platform.embedded;

import dev.facewright.platform.embedded.EmbeddedStores.EmbeddedStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An S3 server in this process, its objects as files in the data folder.
record EmbeddedObjects(S3Proxy server, String secretKey) implements EmbeddedStore {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedObjects.class);
    private static final String ACCESS_KEY = "facewright";
    private static final String UNFINISHED_UPLOAD = ".mpus-";

    static EmbeddedObjects start(DataFolder folder) throws Exception {
        OwnerOnly.directory(folder.objects());
        removeUnfinishedUploads(folder.objects());
        var secretKey = folder.secrets().objectsSecretKey();
        var server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.objects().toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, secretKey)
                .stopTimeout(2_000)
                .build();
        server.start();
        return new EmbeddedObjects(server, secretKey);
    }

    /// Parts of uploads that a crash cut off: their upload ids are lost, so nobody can finish them.
    private static void removeUnfinishedUploads(Path objects) throws IOException {
        try (var files = Files.walk(objects)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(path -> path.getFileName().toString().startsWith(UNFINISHED_UPLOAD))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of(
                "facewright.storage.endpoint",
                "http://127.0.0.1:" + server.getPort(),
                "facewright.storage.access-key",
                ACCESS_KEY,
                "facewright.storage.secret-key",
                secretKey,
                "facewright.storage.bucket",
                "facewright");
    }

    @Override
    public void close() throws Exception {
        try {
            server.stop();
        } catch (TimeoutException stillConnected) {
            log.info("The object store stopped while clients were still connected");
        }
    }

    @Override
    public String toString() {
        return "EmbeddedObjects[port=" + server.getPort() + "]";
    }
}
