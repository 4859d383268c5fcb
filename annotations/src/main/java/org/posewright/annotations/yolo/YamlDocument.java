package org.posewright.annotations.yolo;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.yolo.YamlNode.Mapping;
import org.posewright.annotations.yolo.YamlNode.Scalar;
import org.posewright.annotations.yolo.YamlNode.Sequence;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Parses yaml into nodes with line numbers; aliases stand for what their anchor holds. Only the parser below Jackson's yaml module gives
 * both lines and anchors of single values. The document is composed, never constructed: tags build nothing.
 */
final class YamlDocument {

    private static final int DEEPEST = 50;

    private final Path file;

    private YamlDocument(Path file) {
        this.file = file;
    }

    /**
     * @throws DatasetYamlException if the text is no yaml or its root is no map
     */
    static Mapping parse(Path file, String text) throws DatasetYamlException {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (!(root instanceof MappingNode)) {
                throw new DatasetYamlException(
                        file,
                        1,
                        "this is no data yaml, which holds lines such as 'train: images/train'; choose another file",
                        null);
            }
            return (Mapping) new YamlDocument(file).convert(root, 0);
        } catch (MarkedYAMLException e) {
            throw invalid(file, line(e.getProblemMark()), String.valueOf(e.getProblem()), e);
        } catch (YAMLException e) {
            throw invalid(file, 1, String.valueOf(e.getMessage()).strip().split("\\R", 2)[0], e);
        }
    }

    private static DatasetYamlException invalid(Path file, int line, String problem, YAMLException cause) {
        return new DatasetYamlException(
                file, line, "this is not valid yaml (" + problem + "); correct the line", cause);
    }

    private YamlNode convert(Node node, int depth) throws DatasetYamlException {
        int line = line(node.getStartMark());
        if (depth > DEEPEST) {
            throw new DatasetYamlException(file, line, "lists and maps are nested too deeply; correct the line", null);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(item, depth + 1));
            }
            return new Sequence(items, line);
        }
        if (node instanceof MappingNode mapping) {
            Map<String, YamlNode> entries = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                entries.put(key(tuple.getKeyNode()), convert(tuple.getValueNode(), depth + 1));
            }
            return new Mapping(entries, line);
        }
        String text = ((ScalarNode) node).getValue();
        boolean isNull = node.getTag().equals(Tag.NULL);
        return new Scalar(isNull ? "" : text, isNull, line);
    }

    private String key(Node node) throws DatasetYamlException {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new DatasetYamlException(
                file, line(node.getStartMark()), "a key is a list or a map; write a single word", null);
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }
}
