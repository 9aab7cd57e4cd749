package dev.facewright.ml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SealedFileTest {
    private static final byte[] PAYLOAD = {1, 2, 3, 4, 5};

    @Test
    void whatIsSealedOnItsWayIsTheSameAsWhatIsSealedWhole() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SealedFile.write("FWTEST  ", 3, PAYLOAD.length, payload -> payload.write(PAYLOAD), out);

        assertThat(out.toByteArray()).isEqualTo(SealedFile.seal("FWTEST  ", 3, PAYLOAD));
        assertThat(SealedFile.open("FWTEST  ", 3, out.toByteArray()).compareTo(ByteBuffer.wrap(PAYLOAD)))
                .isZero();
    }

    @Test
    void aPayloadOfAnotherLengthThanAnnouncedIsAMistake() {
        for (int announced : new int[] {PAYLOAD.length - 1, PAYLOAD.length + 1}) {
            assertThatThrownBy(() -> SealedFile.write(
                            "FWTEST  ",
                            1,
                            announced,
                            payload -> payload.write(PAYLOAD),
                            OutputStream.nullOutputStream()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has 5 bytes, not " + announced);
        }
    }
}
