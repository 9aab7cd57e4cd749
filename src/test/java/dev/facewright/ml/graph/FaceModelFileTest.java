package dev.facewright.ml.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaceModelFileTest {
    /// Names as an imported file may have them: spaces, line breaks, the mark for "none", other scripts.
    private static final List<Op> EVERY_OPERATION = List.of(
            new Op.Conv2d("a b", "x\n", "w 1", "~", 2, 1, 3),
            new Op.Conv2d("a2", "a b", "w2", null, 1, 0, 1),
            new Op.BatchNorm("脸", "a2", "g", "b", "m", "v", 1e-5),
            new Op.PRelu("p", "脸", "s"),
            new Op.Relu("r", "p"),
            new Op.LeakyRelu("l", "r", 0.1),
            new Op.Clip("c", "l", Double.NEGATIVE_INFINITY, 6),
            new Op.HardSwish("h", "c"),
            new Op.Sigmoid("i", "h"),
            new Op.Add("+", "h", "i"),
            new Op.Mul("*", "+", "i"),
            new Op.GlobalPool("o", "*"),
            new Op.HardSigmoid("%", "o"),
            new Op.ChannelScale("×", "*", "%"),
            new Op.Tokens("t", "×"),
            new Op.Position("place", "t", "w 1"),
            new Op.LayerNorm("n", "place", "g", "b", 1e-6),
            new Op.Linear("qkv", "n", "lw", "~"),
            new Op.SelfAttention("a", "qkv", 12),
            new Op.Gelu("e", "a"),
            new Op.Flatten("f", "e"),
            new Op.Linear("y", "f", "lw", null));

    private final FaceModel model = new FaceModel(
            new Network("a name", "x\n", 3, 112, EVERY_OPERATION, "y"), weights(), Preprocessing.IMAGENET);

    private static Weights weights() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("w 1", Tensor.filled(0.5f, 3, 1, 3, 3));
        for (String vector : new String[] {"~", "g", "b", "m", "v", "s"}) {
            weights.put(vector, Tensor.vector(Float.MIN_VALUE, -0.0f, Float.POSITIVE_INFINITY));
        }
        weights.put("w2", Tensor.filled(0.25f, 3, 3, 1, 1));
        weights.put("lw", Tensor.filled(-1, 2, 3));
        return Weights.of(weights);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        FaceModel read = FaceModelFile.read(new ByteArrayInputStream(bytes()));

        assertThat(read).isEqualTo(model);
        assertThat(read.weights().tensors().keySet())
                .containsExactlyElementsOf(model.weights().tensors().keySet());
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        assertThat(bytes()).isEqualTo(bytes());
    }

    @Test
    void aChangedByteAnywhereIsNoticed() throws IOException {
        byte[] good = bytes();
        for (int place = 0; place < good.length; place += 97) {
            byte[] changed = good.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> FaceModelFile.read(new ByteArrayInputStream(changed)))
                    .as("byte " + place)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFileCutShortIsNoticed() throws IOException {
        byte[] good = bytes();
        for (int length : new int[] {0, 7, 19, 40, good.length / 2, good.length - 1}) {
            assertThatThrownBy(() -> FaceModelFile.read(new ByteArrayInputStream(Arrays.copyOf(good, length))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aTensorThatClaimsMoreThanTheFileHoldsIsRefusedBeforeMemoryIsTaken() {
        byte[] claim = {1, 0, 0, 0, 1, 0, 0, 0, 'w', 1, 0, 0, 0, -1, -1, -1, 127};

        assertThatThrownBy(() ->
                        WeightsCodec.read(java.nio.ByteBuffer.wrap(claim).order(java.nio.ByteOrder.LITTLE_ENDIAN)))
                .isInstanceOf(IOException.class);
    }

    /// Written by this class when tensors had no type yet: what existing installations have stored.
    @Test
    void aModelStoredBeforeTensorsHadTypesIsReadAndWrittenInTheSameBytes() throws IOException {
        byte[] stored = Base64.getDecoder().decode("""
                RldNT0RFTCABAAAArAAAAAAAAABeAAAAbmV0d29yayBvbGQgeCAzIDEgeQpwcmVwcm9jZXNzaW5nIFJHQiAwLjUgMC41IDAuNSAw\
                LjUgMC41IDAuNQpjb252MmQgYyB4IHcgYiAxIDAgMQpmbGF0dGVuIHkgYwIAAAABAAAAdwQAAAACAAAAAwAAAAEAAAABAAAAAACA\
                PwAAAMAAAAA/AQAAAAAAAIAAAFBAAQAAAGIBAAAAAgAAAAAAAD4AAODAhgK2AdyFTRUaignbndkgsL8rFoz1l0CO5xKbXKTOXeM=""");

        FaceModel read = FaceModelFile.read(new ByteArrayInputStream(stored));

        assertThat(read.weights().get("w"))
                .isEqualTo(
                        new Tensor(new int[] {2, 3, 1, 1}, new float[] {1, -2, 0.5f, Float.MIN_VALUE, -0.0f, 3.25f}));
        assertThat(read.weights().get("b")).isEqualTo(Tensor.vector(0.125f, -7));
        assertThat(read.network().ops())
                .containsExactly(new Op.Conv2d("c", "x", "w", "b", 1, 0, 1), new Op.Flatten("y", "c"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FaceModelFile.write(read, out);
        assertThat(out.toByteArray()).isEqualTo(stored);
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FaceModelFile.write(model, out);
        return out.toByteArray();
    }
}
