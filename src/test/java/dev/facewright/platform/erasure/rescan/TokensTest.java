package dev.facewright.platform.erasure.rescan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.consent.Mark;
import dev.facewright.platform.consent.SubjectId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final SubjectId ALICE = SubjectId.of("7f0c1a52-3b1e-4c8d-9a3e-0c5d6e7f8a9b");
    private static final String HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Needles NEEDLES = new Needles(
            Map.of(ALICE, Set.of(Mark.subject(ALICE), Mark.hash(HASH), new Mark(Mark.Kind.CODE, "p-0017"))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7f0c1a52-3b1e-4c8d-9a3e-0c5d6e7f8a9b",
                "{\"subject\":\"7f0c1a52-3b1e-4c8d-9a3e-0c5d6e7f8a9b\"}",
                "subjects/7f0c1a52-3b1e-4c8d-9a3e-0c5d6e7f8a9b/images/x",
                "{a,7f0c1a52-3b1e-4c8d-9a3e-0c5d6e7f8a9b}",
                "facewright-7f0c1a52-3b1e-4c8d-9a3e-0c5d6e7f8a9b.zip",
                "a line\\n7f0c1a52-3b1e-4c8d-9a3e-0c5d6e7f8a9b",
            })
    void anIdIsFoundHoweverItIsWritten(String text) {
        assertThat(kinds(text)).containsExactly(Mark.Kind.SUBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p-0017", "[\"p-0017\"]", "folder p-0017/3.png"})
    void aPseudonymIsFoundAsAWord(String text) {
        assertThat(kinds(text)).containsExactly(Mark.Kind.CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p-00170", "xp-0017", "p-001", "7f0c1a52-3b1e-4c8d-9a3e-0c5d6e7f8a9c", "", "ends in \\"})
    void nothingElseIs(String text) {
        assertThat(kinds(text)).isEmpty();
    }

    @Test
    void aHashIsFoundInLongerWordsAndAsBytes() {
        assertThat(kinds("sha256-" + HASH)).containsExactly(Mark.Kind.HASH);
        assertThat(kinds("\\\\x" + HASH)).contains(Mark.Kind.HASH);
    }

    @Test
    void idsAreFoundInColumnsOfBytes() {
        UUID id = ALICE.value();
        byte[] raw = ByteBuffer.allocate(20)
                .putInt(7)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        assertThat(kinds("\\\\x" + HexFormat.of().formatHex(raw))).containsExactly(Mark.Kind.SUBJECT);
        byte[] json = ("{\"subject\":\"" + ALICE + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(kinds("\\\\x" + HexFormat.of().formatHex(json))).containsExactly(Mark.Kind.SUBJECT);
    }

    /// Or nobody called `7` could ever be erased.
    @Test
    void aPseudonymThatStandsAnywhereByChanceIsNotLookedFor() {
        assertThat(Needles.telling(new Mark(Mark.Kind.CODE, "7"))).isFalse();
        assertThat(Needles.telling(new Mark(Mark.Kind.CODE, "RUNNING"))).isFalse();
        assertThat(Needles.telling(new Mark(Mark.Kind.CODE, "20260101"))).isFalse();
        assertThat(Needles.telling(new Mark(Mark.Kind.CODE, "p-0017"))).isTrue();
    }

    private static List<Mark.Kind> kinds(String text) {
        List<Mark.Kind> found = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        new Tokens(NEEDLES, needle -> found.add(needle.kind())).read(bytes, 0, bytes.length);
        return found;
    }
}
