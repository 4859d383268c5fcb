package org.posewright.annotations.yolo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.yolo.YamlNode.Mapping;
import org.posewright.annotations.yolo.YamlNode.Scalar;
import org.posewright.annotations.yolo.YamlNode.Sequence;

/** Parses yaml into nodes with line numbers; aliases stand for what their anchor holds. Tags are ignored, nothing is constructed. */
final class YamlDocument {

    private static final int DEEPEST = 50;
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final Path file;
    private final YAMLParser parser;
    private final Map<String, YamlNode> anchors = new HashMap<>();

    private YamlDocument(Path file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * @throws DatasetYamlException if the text is no yaml or its root is no map
     */
    static Mapping parse(Path file, String text) throws IOException {
        try (YAMLParser parser = FACTORY.createParser(new StringReader(text))) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new DatasetYamlException(
                        file,
                        1,
                        "this is no data yaml, which holds lines such as 'train: images/train'; choose another file",
                        null);
            }
            return (Mapping) new YamlDocument(file, parser).value(first);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            String[] problem = e.getOriginalMessage().strip().split("\\R", 2);
            throw new DatasetYamlException(
                    file, line, "this is not valid yaml (" + problem[0] + "); correct the line", e);
        }
    }

    private YamlNode value(JsonToken token) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.isCurrentAlias()) {
            YamlNode target = anchors.get(parser.getText());
            if (target == null) {
                throw new DatasetYamlException(
                        file,
                        line,
                        "the alias *" + parser.getText() + " has no anchor before it; correct the line",
                        null);
            }
            return target;
        }
        String anchor = parser.getObjectId();
        YamlNode node =
                switch (token) {
                    case START_OBJECT -> mapping(line);
                    case START_ARRAY -> sequence(line);
                    case VALUE_NULL -> new Scalar("", true, line);
                    default -> new Scalar(parser.getText(), false, line);
                };
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private Mapping mapping(int line) throws IOException {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            entries.put(key, value(parser.nextToken()));
        }
        return new Mapping(entries, line);
    }

    private Sequence sequence(int line) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return new Sequence(items, line);
    }
}
