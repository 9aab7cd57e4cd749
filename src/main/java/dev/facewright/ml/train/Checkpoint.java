package dev.facewright.ml.train;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.FaceModelFile;
import dev.facewright.ml.graph.SealedFile;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.graph.WeightsCodec;
import dev.facewright.ml.train.Progress.Tally;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything from which a run goes on as if it had never stopped: with the same machine and thread count, to
/// the bit.
///
/// @param progress  between which two steps it was taken
/// @param adjustments  what the run has changed about its recipe before it
/// @param numerics  of the process that took it
/// @param runFingerprint  of recipe and crop counts, so that it is not resumed with others
/// @param model  network, weights and BatchNorm statistics; a usable model of its own
/// @param head  what the head learns and keeps
/// @param optimiser  what the optimiser keeps
public record Checkpoint(
        Progress progress,
        Adjustments adjustments,
        Numerics numerics,
        String runFingerprint,
        FaceModel model,
        Weights head,
        Weights optimiser) {
    private static final String MAGIC = "FWCHECK ";
    private static final int VERSION = 3;
    private static final int TALLY_BYTES = Double.BYTES + 2 * Long.BYTES;
    private static final int PLACE_BYTES =
            2 * Integer.BYTES + Long.BYTES + 2 * TALLY_BYTES + Double.BYTES + 2 * Integer.BYTES;

    /// A `SealedFile`: progress, adjustments, numerics, fingerprint, head, optimiser, then a whole model file.
    public byte[] toBytes() {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(payload)) {
            out.write(place());
            for (Map.Entry<String, String> fact : numerics.facts().entrySet()) {
                WeightsCodec.writeText(fact.getKey(), out);
                WeightsCodec.writeText(fact.getValue(), out);
            }
            WeightsCodec.writeText(runFingerprint, out);
            WeightsCodec.write(head, out);
            WeightsCodec.write(optimiser, out);
            FaceModelFile.write(model, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory cannot fail to be written", impossible);
        }
        return SealedFile.seal(MAGIC, VERSION, payload.toByteArray());
    }

    /// @throws IOException if the bytes are not a checkpoint, of another version, cut short or changed
    public static Checkpoint fromBytes(byte[] bytes) throws IOException {
        ByteBuffer in = SealedFile.open(MAGIC, VERSION, bytes);
        try {
            Progress progress = new Progress(in.getInt(), in.getInt(), in.getLong(), tally(in), tally(in));
            Adjustments adjustments = new Adjustments(in.getDouble(), in.getInt());
            Numerics numerics = numerics(in);
            String fingerprint = WeightsCodec.readText(in);
            Weights head = WeightsCodec.read(in);
            Weights optimiser = WeightsCodec.read(in);
            byte[] model = new byte[in.remaining()];
            in.get(model);
            FaceModel read = FaceModelFile.read(new ByteArrayInputStream(model));
            return new Checkpoint(progress, adjustments, numerics, fingerprint, read, head, optimiser);
        } catch (BufferUnderflowException | IllegalArgumentException wrong) {
            throw new IOException("The checkpoint is malformed: " + wrong.getMessage(), wrong);
        }
    }

    Checkpoint with(Adjustments others) {
        return new Checkpoint(progress, others, numerics, runFingerprint, model, head, optimiser);
    }

    private byte[] place() {
        ByteBuffer place = ByteBuffer.allocate(PLACE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        place.putInt(progress.epoch()).putInt(progress.step()).putLong(progress.globalStep());
        put(place, progress.current());
        put(place, progress.last());
        place.putDouble(adjustments.rateFactor()).putInt(adjustments.batchSplit());
        place.putInt(numerics.facts().size());
        return place.array();
    }

    private static Numerics numerics(ByteBuffer in) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            facts.put(WeightsCodec.readText(in), WeightsCodec.readText(in));
        }
        return new Numerics(facts);
    }

    private static void put(ByteBuffer out, Tally tally) {
        out.putDouble(tally.lossSum()).putLong(tally.hits()).putLong(tally.images());
    }

    private static Tally tally(ByteBuffer in) {
        return new Tally(in.getDouble(), in.getLong(), in.getLong());
    }

    /// A checkpoint that belongs to another run: going on from it could not give what either run would have given.
    public static final class CheckpointMismatch extends IllegalArgumentException {
        CheckpointMismatch() {
            super("The checkpoint was taken with another recipe or other crops. "
                    + "Resume with the same ones, or start a new run from the checkpoint's model.");
        }
    }
}
