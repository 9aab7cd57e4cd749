package dev.facewright.ml.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.facewright.ml.onnx.UnsupportedOnnx.Rule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Counts the fields of a protobuf message without making any object of it.
///
/// A message of two bytes becomes an object of a hundred, so a small hostile file could fill the heap when
/// parsed. A real model has some ten fields a node; its bulk is in few large ones.
final class WireScan {
    private static final int MAXIMUM_FIELDS = 1_000_000;
    private static final int MAXIMUM_DEPTH = 24;

    private int fields;

    private WireScan() {}

    /// @throws UnsupportedOnnx if there are more fields or levels than any face network has
    /// @throws InvalidProtocolBufferException if the bytes are not protobuf
    static void check(byte[] message, Descriptor type) throws IOException {
        new WireScan().scan(CodedInputStream.newInstance(message), type, 0);
    }

    private void scan(CodedInputStream in, Descriptor type, int depth) throws IOException {
        if (depth > MAXIMUM_DEPTH) {
            throw new UnsupportedOnnx(Rule.TOO_LARGE, "The model nests more than " + MAXIMUM_DEPTH + " levels deep");
        }
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (++fields > MAXIMUM_FIELDS) {
                throw new UnsupportedOnnx(Rule.TOO_LARGE, "The model has more than " + MAXIMUM_FIELDS + " fields");
            }
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (isMessage(field, tag)) {
                int limit = in.pushLimit(in.readRawVarint32());
                scan(in, field.getMessageType(), depth + 1);
                in.popLimit(limit);
            } else if (!in.skipField(tag)) {
                throw new InvalidProtocolBufferException("A group ends that never began");
            }
        }
    }

    private static boolean isMessage(@Nullable FieldDescriptor field, int tag) {
        return field != null
                && field.getType() == FieldDescriptor.Type.MESSAGE
                && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }
}
