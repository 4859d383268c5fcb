package org.posewright.training.checkpoint.onnx;

/** A named constant of a node: a whole number, a text, a tensor, or a list of whole numbers. */
record OnnxAttribute(ProtoMessage message) {
    private static final int TYPE_FIELD = 20;
    private static final int TYPE_INT = 2;
    private static final int TYPE_STRING = 3;
    private static final int TYPE_TENSOR = 4;
    private static final int TYPE_INTS = 7;

    static OnnxAttribute of(String name, long value) {
        return new OnnxAttribute(
                new ProtoMessage().text(1, name).integer(3, value).integer(TYPE_FIELD, TYPE_INT));
    }

    static OnnxAttribute of(String name, String value) {
        return new OnnxAttribute(new ProtoMessage().text(1, name).text(4, value).integer(TYPE_FIELD, TYPE_STRING));
    }

    static OnnxAttribute of(String name, ProtoMessage tensor) {
        return new OnnxAttribute(
                new ProtoMessage().text(1, name).message(5, tensor).integer(TYPE_FIELD, TYPE_TENSOR));
    }

    static OnnxAttribute list(String name, long... values) {
        ProtoMessage message = new ProtoMessage().text(1, name);
        for (long value : values) {
            message.integer(8, value);
        }
        return new OnnxAttribute(message.integer(TYPE_FIELD, TYPE_INTS));
    }
}
