package dev.facewright.platform.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class SmallFileTest {
    @Test
    void aLargeFileIsRefusedBeforeItIsInMemory() {
        var large = new MockMultipartFile("file", new byte[0]) {
            @Override
            public long getSize() {
                return SmallFile.MOST.toBytes() + 1;
            }

            @Override
            public byte[] getBytes() {
                throw new AssertionError("was taken into memory");
            }
        };

        assertThatThrownBy(() -> SmallFile.bytes(large)).isInstanceOf(MaxUploadSizeExceededException.class);
    }

    @Test
    void aSmallFileIsRead() throws IOException {
        assertThat(SmallFile.bytes(new MockMultipartFile("file", new byte[] {1, 2})))
                .containsExactly(1, 2);
    }
}
