package org.posewright.annotations.coco;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Removed annotations in a file that only grows, one JSON object a line, forced to disk before the annotation file loses them. Bytes are
 * written as Latin-1 text, one character each, so that damaged UTF-8 comes back too. A line that a kill cut short is left out: the
 * annotation file still had its annotation then. Belongs to one thread.
 */
public final class RemovedAnnotationsFile implements RemovedAnnotations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /**
     * @param file made when the first annotation is removed
     */
    public RemovedAnnotationsFile(Path file) {
        this.file = file;
    }

    @Override
    public List<RemovedAnnotation> all() throws IOException {
        List<RemovedAnnotation> found = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                annotation(line).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public void keep(List<RemovedAnnotation> annotations) throws IOException {
        if (annotations.isEmpty()) {
            return;
        }
        // A line break comes first, as the last line may have been cut short.
        StringBuilder lines = new StringBuilder("\n");
        annotations.forEach(removed -> lines.append(line(removed)).append('\n'));
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static ObjectNode line(RemovedAnnotation removed) {
        ObjectNode node = JSON.createObjectNode().put("id", removed.id());
        removed.after().ifPresent(after -> node.put("after", after));
        return node.put("before", text(removed.before()))
                .put("behind", text(removed.behind()))
                .put("text", text(removed.text()));
    }

    private static Optional<RemovedAnnotation> annotation(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.path("id").isNumber() || !node.path("text").isTextual()) {
                return Optional.empty();
            }
            JsonNode after = node.path("after");
            return Optional.of(new RemovedAnnotation(
                    node.path("id").asLong(),
                    after.isNumber() ? OptionalLong.of(after.asLong()) : OptionalLong.empty(),
                    bytes(node.path("before")),
                    bytes(node.path("behind")),
                    bytes(node.path("text"))));
        } catch (JsonProcessingException cutShort) {
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(JsonNode text) {
        return text.asText().getBytes(StandardCharsets.ISO_8859_1);
    }
}
