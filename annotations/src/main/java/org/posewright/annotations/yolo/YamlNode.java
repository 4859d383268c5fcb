package org.posewright.annotations.yolo;

import java.util.List;
import java.util.Map;

/** A piece of a yaml document that knows the 1-based line it stands on. */
sealed interface YamlNode {

    int line();

    /** A plain or quoted value; {@code null} in yaml is the empty text, unquoted. */
    record Scalar(String text, boolean isNull, int line) implements YamlNode {}

    record Sequence(List<YamlNode> items, int line) implements YamlNode {}

    /** In file order; of a repeated key the last one counts, as in the reference. */
    record Mapping(Map<String, YamlNode> entries, int line) implements YamlNode {}

    /** What kind of value it is, for messages. */
    default String kind() {
        if (this instanceof Sequence) {
            return "a list";
        }
        return this instanceof Mapping ? "a map" : "a single value";
    }
}
