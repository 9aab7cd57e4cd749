package dev.facewright.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.TestSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FacewrightTest
class FileGateTest {
    private static final int PATIENCE_MILLIS = 5000;
    private static final String DATASET = "/datasets/00000000-0000-0000-0000-000000000000/uploads";

    private final TestSession session;

    FileGateTest(TestSession session) {
        this.session = session;
    }

    /// Not one byte of the announced file is sent: an answer shows that none was waited for.
    @ParameterizedTest
    @CsvSource({
        "/login, , 302",
        DATASET + ", , 302",
        "/api/v1" + DATASET + ", , 401",
        "/api/v1" + DATASET + ", Authorization: Bearer fw_nobodys, 401"
    })
    void aStrangersFileIsRefusedBeforeItIsReceived(String path, String header, int status) throws IOException {
        URI server = URI.create(session.address());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(announcement(path, header).getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void whoMayNotSendFilesThereIsToldSo() {
        var engineer = session.as(Role.ML_ENGINEER);

        engineer.upload(DATASET, Map.of(), new TestFile("archive", "a.zip", new byte[10]))
                .expect(403);
        engineer.upload("/api/v1" + DATASET, Map.of(), new TestFile("archive", "a.zip", new byte[10]))
                .expect(403);
    }

    private static String announcement(String path, String header) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\n"
                + (header == null ? "" : header + "\r\n") + "\r\n";
    }
}
