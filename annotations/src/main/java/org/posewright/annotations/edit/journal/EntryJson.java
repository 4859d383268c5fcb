package org.posewright.annotations.edit.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.model.ImageKey;

/** Entries as the body of a journal line: one JSON object without line breaks, told apart by {@code "entry"}. */
final class EntryJson {

    private final ObjectMapper mapper = new ObjectMapper();

    byte[] write(JournalEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = mapper.createGenerator(bytes)) {
            json.writeStartObject();
            writeFields(json, entry);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeFields(JsonGenerator json, JournalEntry entry) throws IOException {
        if (entry instanceof JournalEntry.Base base) {
            json.writeStringField("entry", "base");
            json.writeStringField("image", base.image().path());
            writeVersion(json, base.version());
            json.writeFieldName("people");
            PeopleJson.write(json, base.people());
        } else if (entry instanceof JournalEntry.Found found) {
            json.writeStringField("entry", "found");
            json.writeStringField("image", found.image().path());
            writeVersion(json, found.version());
            json.writeFieldName("people");
            PeopleJson.write(json, found.people());
            writeRows(json, found.rowIds());
        } else if (entry instanceof JournalEntry.Done done) {
            json.writeStringField("entry", "done");
            if (done.merged()) {
                json.writeBooleanField("merged", true);
            }
            json.writeFieldName("edit");
            CommandJson.write(json, done.command());
        } else if (entry instanceof JournalEntry.Undone) {
            json.writeStringField("entry", "undone");
        } else if (entry instanceof JournalEntry.Redone) {
            json.writeStringField("entry", "redone");
        } else {
            writeSave(json, entry);
        }
    }

    private static void writeSave(JsonGenerator json, JournalEntry entry) throws IOException {
        if (entry instanceof JournalEntry.SaveStarted started) {
            json.writeStringField("entry", "save-started");
            json.writeArrayFieldStart("images");
            for (ImageKey image : started.images()) {
                json.writeString(image.path());
            }
            json.writeEndArray();
        } else if (entry instanceof JournalEntry.FileWritten written) {
            json.writeStringField("entry", "file-written");
            json.writeNumberField("start", written.start());
            writeVersion(json, written.version());
            json.writeArrayFieldStart("images");
            for (JournalEntry.WrittenImage image : written.images()) {
                writeImage(json, image);
            }
            json.writeEndArray();
        } else if (entry instanceof JournalEntry.SaveFinished finished) {
            json.writeStringField("entry", "save-finished");
            json.writeNumberField("start", finished.start());
        }
    }

    private static void writeImage(JsonGenerator json, JournalEntry.WrittenImage image) throws IOException {
        json.writeStartObject();
        json.writeStringField("image", image.image().path());
        writeRows(json, image.rowIds());
        json.writeEndObject();
    }

    private static void writeRows(JsonGenerator json, List<Long> rowIds) throws IOException {
        json.writeArrayFieldStart("rows");
        for (long id : rowIds) {
            json.writeNumber(id);
        }
        json.writeEndArray();
    }

    private static List<Long> readRows(JsonNode node) {
        List<Long> rows = new ArrayList<>();
        node.required("rows").forEach(row -> rows.add(row.asLong()));
        return rows;
    }

    private static void writeVersion(JsonGenerator json, LabelVersion version) throws IOException {
        json.writeStringField("file", version.file());
        json.writeStringField("content", version.content());
    }

    /**
     * @throws IllegalArgumentException if the object is no entry that this version of the program knows
     */
    JournalEntry read(byte[] body) throws IOException {
        JsonNode node = mapper.readTree(body);
        String kind = node.required("entry").asText();
        return switch (kind) {
            case "base" ->
                new JournalEntry.Base(
                        image(node.required("image")), version(node), PeopleJson.readAll(node.required("people")));
            case "found" ->
                new JournalEntry.Found(
                        image(node.required("image")),
                        version(node),
                        PeopleJson.readAll(node.required("people")),
                        readRows(node));
            case "done" ->
                new JournalEntry.Done(
                        CommandJson.read(node.required("edit")),
                        node.path("merged").asBoolean(false));
            case "undone" -> new JournalEntry.Undone();
            case "redone" -> new JournalEntry.Redone();
            case "save-started" -> {
                List<ImageKey> images = new ArrayList<>();
                node.required("images").forEach(image -> images.add(image(image)));
                yield new JournalEntry.SaveStarted(images);
            }
            case "file-written" -> readWritten(node);
            case "save-finished" ->
                new JournalEntry.SaveFinished(node.required("start").asLong());
            default -> throw new IllegalArgumentException("unknown entry \"" + kind + "\"");
        };
    }

    private static JournalEntry readWritten(JsonNode node) {
        List<JournalEntry.WrittenImage> images = new ArrayList<>();
        for (JsonNode image : node.required("images")) {
            images.add(new JournalEntry.WrittenImage(image(image.required("image")), readRows(image)));
        }
        return new JournalEntry.FileWritten(node.required("start").asLong(), version(node), images);
    }

    private static ImageKey image(JsonNode text) {
        return new ImageKey(text.asText());
    }

    private static LabelVersion version(JsonNode node) {
        return new LabelVersion(
                node.required("file").asText(), node.required("content").asText());
    }
}
