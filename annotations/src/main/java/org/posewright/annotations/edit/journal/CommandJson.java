package org.posewright.annotations.edit.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.edit.command.ChangeStatus;
import org.posewright.annotations.edit.command.CompositeEdit;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.ImageStatus;
import org.posewright.annotations.edit.command.ImageStatus.ReviewState;
import org.posewright.annotations.edit.command.PersonChange;
import org.posewright.annotations.edit.command.ReplacePeople;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PersonInstance;

/** Commands in the journal's JSON, told apart by {@code "command"}: {@code people}, {@code status} or {@code all}. */
final class CommandJson {

    private CommandJson() {}

    static void write(JsonGenerator json, EditCommand command) throws IOException {
        json.writeStartObject();
        if (command instanceof ReplacePeople people) {
            json.writeStringField("command", "people");
            json.writeStringField("label", people.label());
            writePeople(json, people);
        } else if (command instanceof ChangeStatus status) {
            json.writeStringField("command", "status");
            json.writeStringField("label", status.label());
            json.writeStringField("image", status.image().path());
            writeStatus(json, "before", status.before());
            writeStatus(json, "after", status.after());
        } else if (command instanceof CompositeEdit composite) {
            json.writeStringField("command", "all");
            json.writeStringField("label", composite.label());
            json.writeArrayFieldStart("parts");
            for (EditCommand part : composite.parts()) {
                write(json, part);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writePeople(JsonGenerator json, ReplacePeople command) throws IOException {
        json.writeStringField("image", command.image().path());
        if (!command.mergeKey().isEmpty()) {
            json.writeStringField("mergeKey", command.mergeKey());
        }
        json.writeArrayFieldStart("changes");
        for (PersonChange change : command.changes()) {
            json.writeStartObject();
            json.writeNumberField("at", change.position());
            writePerson(json, "before", change.before());
            writePerson(json, "after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writePerson(JsonGenerator json, String name, Optional<PersonInstance> person)
            throws IOException {
        if (person.isPresent()) {
            json.writeFieldName(name);
            PeopleJson.write(json, person.get());
        }
    }

    private static void writeStatus(JsonGenerator json, String name, ImageStatus status) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("state", status.state().name());
        if (!status.note().isEmpty()) {
            json.writeStringField("note", status.note());
        }
        json.writeEndObject();
    }

    static EditCommand read(JsonNode node) {
        String label = node.required("label").asText();
        String kind = node.required("command").asText();
        return switch (kind) {
            case "people" ->
                new ReplacePeople(
                        image(node),
                        label,
                        readChanges(node),
                        node.path("mergeKey").asText(""));
            case "status" ->
                new ChangeStatus(
                        image(node), label, readStatus(node.required("before")), readStatus(node.required("after")));
            case "all" -> {
                List<EditCommand> parts = new ArrayList<>();
                node.required("parts").forEach(part -> parts.add(read(part)));
                yield new CompositeEdit(label, parts);
            }
            default -> throw new IllegalArgumentException("unknown command \"" + kind + "\"");
        };
    }

    private static ImageKey image(JsonNode node) {
        return new ImageKey(node.required("image").asText());
    }

    private static List<PersonChange> readChanges(JsonNode node) {
        List<PersonChange> changes = new ArrayList<>();
        node.required("changes")
                .forEach(change -> changes.add(new PersonChange(
                        change.required("at").asInt(), readPerson(change, "before"), readPerson(change, "after"))));
        return changes;
    }

    private static Optional<PersonInstance> readPerson(JsonNode change, String name) {
        return change.has(name) ? Optional.of(PeopleJson.read(change.get(name))) : Optional.empty();
    }

    private static ImageStatus readStatus(JsonNode node) {
        return new ImageStatus(
                ReviewState.valueOf(node.required("state").asText()),
                node.path("note").asText(""));
    }
}
