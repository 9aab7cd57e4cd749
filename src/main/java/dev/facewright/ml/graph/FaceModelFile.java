package dev.facewright.ml.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// A `FaceModel` as a file: a `SealedFile` holding the network as text, then its weights.
public final class FaceModelFile {
    private static final String MAGIC = "FWMODEL ";
    private static final int VERSION = 1;

    private FaceModelFile() {}

    /// The same model gives the same bytes. The stream stays open.
    public static void write(FaceModel model, OutputStream out) throws IOException {
        String network = NetworkText.write(model.network(), model.preprocessing());
        long length = WeightsCodec.textLength(network) + WeightsCodec.length(model.weights());
        SealedFile.write(
                MAGIC,
                VERSION,
                length,
                payload -> {
                    WeightsCodec.writeText(network, payload);
                    WeightsCodec.write(model.weights(), payload);
                },
                out);
    }

    /// Reads to the end of the stream, which stays open.
    ///
    /// @throws IOException if the bytes are not a model file, of another version, cut short or changed
    public static FaceModel read(InputStream in) throws IOException {
        ByteBuffer payload = SealedFile.open(MAGIC, VERSION, in.readAllBytes());
        try {
            NetworkText.Parsed parsed = NetworkText.read(WeightsCodec.readText(payload));
            return new FaceModel(parsed.network(), WeightsCodec.read(payload), parsed.preprocessing());
        } catch (BufferUnderflowException | IllegalArgumentException wrong) {
            throw new IOException("The model file does not describe a network: " + wrong.getMessage(), wrong);
        }
    }
}
