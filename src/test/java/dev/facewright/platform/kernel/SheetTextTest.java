package dev.facewright.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SheetTextTest {
    @Test
    void aByteOrderMarkIsNoPartOfTheFirstCell() throws CharacterCodingException {
        assertThat(SheetText.of("\ufeffcode,purposes".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("code,purposes");
        assertThat(SheetText.of("é,\ufeff".getBytes(StandardCharsets.UTF_8))).isEqualTo("é,\ufeff");
    }

    @Test
    void whatIsNoUtf8IsRefusedAndNotGuessedAt() {
        byte[] latin1 = "é".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> SheetText.of(latin1)).isInstanceOf(CharacterCodingException.class);
    }
}
