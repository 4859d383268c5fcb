package org.posewright.annotations.yolo;

import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.Sentence;

/** A piece of a yaml document that knows the 1-based line it stands on. */
sealed interface YamlNode {

    int line();

    /** A plain or quoted value; {@code null} in yaml is the empty text, unquoted. */
    record Scalar(String text, boolean isNull, int line) implements YamlNode {}

    record Sequence(List<YamlNode> items, int line) implements YamlNode {}

    /** In file order; of a repeated key the last one counts, as in the reference. */
    record Mapping(Map<String, YamlNode> entries, int line) implements YamlNode {}

    /** What kind of value it is, for messages. */
    default Sentence kind() {
        if (this instanceof Sequence) {
            return Sentence.of("yaml.kind.list", "a list");
        }
        return this instanceof Mapping
                ? Sentence.of("yaml.kind.map", "a map")
                : Sentence.of("yaml.kind.single", "a single value");
    }
}
