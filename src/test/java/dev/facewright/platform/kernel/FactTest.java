package dev.facewright.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactTest {
    @Test
    void severalWordsReadTheSameInWhateverOrderTheyCome() {
        assertThat(Fact.words("scopes", new LinkedHashSet<>(List.of("runs:write", "audit:read")))
                        .text())
                .isEqualTo(Fact.words("scopes", List.of("audit:read", "runs:write"))
                        .text())
                .isEqualTo("audit:read runs:write");
    }
}
