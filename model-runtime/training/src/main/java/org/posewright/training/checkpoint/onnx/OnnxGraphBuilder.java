package org.posewright.training.checkpoint.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.posewright.training.checkpoint.TensorData;

/** Collects nodes and initializers of a {@code GraphProto}; values are named by what makes them. */
final class OnnxGraphBuilder {
    private final List<ProtoMessage> nodes = new ArrayList<>();
    private final Map<String, TensorData> initializers = new LinkedHashMap<>();
    private final Set<String> constants = new HashSet<>();
    private final Map<String, Integer> uses = new HashMap<>();

    /** Adds a node with one output, which is named like the node. */
    String node(String operator, List<String> inputs, OnnxAttribute... attributes) {
        return nodes(operator, inputs, 1, attributes).get(0);
    }

    List<String> nodes(String operator, List<String> inputs, int outputCount, OnnxAttribute... attributes) {
        String name = unique(operator);
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < outputCount; i++) {
            outputs.add(outputCount == 1 ? name : name + "_" + i);
        }
        add(operator, name, inputs, outputs, attributes);
        return outputs;
    }

    /** Adds a node whose output has a given name. */
    void named(String operator, List<String> inputs, String output, OnnxAttribute... attributes) {
        add(operator, unique(operator), inputs, List.of(output), attributes);
    }

    private void add(
            String operator, String name, List<String> inputs, List<String> outputs, OnnxAttribute... attributes) {
        ProtoMessage node = new ProtoMessage();
        inputs.forEach(input -> node.text(1, input));
        outputs.forEach(output -> node.text(2, output));
        node.text(3, name).text(4, operator);
        for (OnnxAttribute attribute : attributes) {
            node.message(5, attribute.message());
        }
        nodes.add(node);
    }

    /** A trained weight under its own name. */
    String initializer(String name, TensorData value) {
        initializers.put(name, value);
        return name;
    }

    /** A fixed value, made by a node of its own so that counting initializers counts weights; shared by all who need the same. */
    String constant(String name, TensorData value) {
        if (constants.add(name)) {
            add("Constant", name, List.of(), List.of(name), OnnxAttribute.of("value", tensor("", value)));
        }
        return name;
    }

    /** A vector of whole numbers. */
    String integers(long... values) {
        StringBuilder name = new StringBuilder("ints");
        for (long value : values) {
            name.append('_').append(value);
        }
        return constant(name.toString(), TensorData.ofLongs(values, values.length));
    }

    /** A whole number without dimensions. */
    String integer(long value) {
        return constant("int_" + value, TensorData.scalar(value));
    }

    /** A single-precision number without dimensions. */
    String real(float value) {
        return constant("real_" + value, TensorData.ofFloats(new float[] {value}));
    }

    ProtoMessage graph(String name, ProtoMessage input, ProtoMessage output) {
        ProtoMessage graph = new ProtoMessage();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, name);
        initializers.forEach((key, value) -> graph.message(5, tensor(key, value)));
        return graph.message(11, input).message(12, output);
    }

    private static ProtoMessage tensor(String name, TensorData value) {
        ProtoMessage tensor = new ProtoMessage();
        for (int side : value.shape()) {
            tensor.integer(1, side);
        }
        return tensor.integer(2, OnnxTypes.number(value.type())).text(8, name).bytes(9, value.bytes());
    }

    private String unique(String operator) {
        int use = uses.merge(operator, 1, Integer::sum) - 1;
        return operator + "_" + use;
    }
}
