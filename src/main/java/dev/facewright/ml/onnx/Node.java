package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.facewright.ml.onnx.UnsupportedOnnx.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One node of an ONNX graph. Every attribute must be asked for, by the type it has to have; one that nobody
/// asked for is refused, since leaving it out could change what the network computes.
final class Node {
    private final NodeProto proto;
    private final Map<String, AttributeProto> unread = new LinkedHashMap<>();

    Node(NodeProto proto) {
        this.proto = proto;
        for (AttributeProto attribute : proto.getAttributeList()) {
            unread.put(attribute.getName(), attribute);
        }
    }

    static boolean isStandardDomain(String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    /// The operator, with its domain where that is not the standard one.
    String type() {
        String domain = isStandardDomain(proto.getDomain()) ? "" : proto.getDomain() + ".";
        return domain + proto.getOpType();
    }

    String name() {
        return proto.getName();
    }

    UnsupportedOnnx unsupported(String problem) {
        String name = proto.getName().isEmpty() ? output() : proto.getName();
        String printable = Names.printable(name);
        String operator = Names.printable(type());
        return new UnsupportedOnnx(
                Rule.NODE, List.of(operator, printable), operator + " node `" + printable + "`: " + problem);
    }

    /// The first output; the others are by-products of training.
    String output() {
        return proto.getOutputCount() == 0 ? "" : proto.getOutput(0);
    }

    List<String> outputs() {
        return proto.getOutputList();
    }

    List<String> inputs() {
        return proto.getInputList().stream().filter(input -> !input.isEmpty()).toList();
    }

    boolean hasInput(int index) {
        return index < proto.getInputCount() && !proto.getInput(index).isEmpty();
    }

    String input(int index) {
        if (!hasInput(index)) {
            throw unsupported("input " + index + " is missing");
        }
        return proto.getInput(index);
    }

    void refuseInputsBeyond(int count) {
        if (proto.getInputCount() > count) {
            throw unsupported("has " + proto.getInputCount() + " inputs; supported are " + count);
        }
    }

    long integer(String attribute, long otherwise) {
        return read(attribute, AttributeType.INT, AttributeProto::getI).orElse(otherwise);
    }

    /// As the shortest decimal that is this float32, so that an epsilon of 0.001 stays 0.001 in double
    /// precision.
    double number(String attribute, double otherwise) {
        return read(attribute, AttributeType.FLOAT, found -> Double.valueOf(Float.toString(found.getF())))
                .orElse(otherwise);
    }

    String text(String attribute, String otherwise) {
        return read(attribute, AttributeType.STRING, found -> found.getS().toStringUtf8())
                .orElse(otherwise);
    }

    Optional<List<Long>> integers(String attribute) {
        return read(attribute, AttributeType.INTS, AttributeProto::getIntsList);
    }

    Optional<TensorProto> tensor(String attribute) {
        return read(attribute, AttributeType.TENSOR, AttributeProto::getT);
    }

    /// Reads an attribute that may have one value only.
    void require(String attribute, long only, String why) {
        long found = integer(attribute, only);
        if (found != only) {
            throw unsupported(attribute + " = " + found + " is not supported: " + why);
        }
    }

    /// Marks an attribute as known to change nothing at inference.
    void ignore(String attribute) {
        unread.remove(attribute);
    }

    void refuseUnread() {
        for (String attribute : unread.keySet()) {
            throw unsupported("attribute " + Names.printable(attribute) + " is not supported");
        }
    }

    private <T> Optional<T> read(String name, AttributeType type, Function<AttributeProto, T> value) {
        AttributeProto attribute = unread.remove(name);
        if (attribute == null) {
            return Optional.empty();
        }
        if (attribute.getType() != type) {
            throw unsupported("attribute " + name + " is " + attribute.getType() + ", not " + type);
        }
        return Optional.of(value.apply(attribute));
    }
}
