package org.posewright.annotations.edit.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Visibility;

/**
 * People in the journal's own JSON: {@code {"id","category","box":[x,y,w,h],"points":[x,y,v,p,…]}} and, where present, {@code area},
 * {@code crowd} and {@code declared}. {@code p} is the ordinal of {@link Provenance}. Doubles come back bit for bit.
 */
final class PeopleJson {

    private static final int VALUES_PER_POINT = 4;
    private static final Provenance[] PROVENANCES = Provenance.values();

    private PeopleJson() {}

    static void write(JsonGenerator json, List<PersonInstance> people) throws IOException {
        json.writeStartArray();
        for (PersonInstance person : people) {
            write(json, person);
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, PersonInstance person) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", person.id());
        json.writeNumberField("category", person.categoryIndex());
        Box box = person.box();
        json.writeFieldName("box");
        json.writeArray(new double[] {box.x(), box.y(), box.width(), box.height()}, 0, VALUES_PER_POINT);
        writePoints(json, person.keypoints());
        if (person.segmentationArea().isPresent()) {
            json.writeNumberField("area", person.segmentationArea().getAsDouble());
        }
        if (person.crowd()) {
            json.writeBooleanField("crowd", true);
        }
        if (person.declaredKeypoints().isPresent()) {
            json.writeNumberField("declared", person.declaredKeypoints().getAsInt());
        }
        json.writeEndObject();
    }

    private static void writePoints(JsonGenerator json, Keypoints points) throws IOException {
        json.writeArrayFieldStart("points");
        for (int i = 0; i < points.size(); i++) {
            json.writeNumber(points.x(i));
            json.writeNumber(points.y(i));
            json.writeNumber(points.visibility(i).flag());
            json.writeNumber(points.provenance(i).ordinal());
        }
        json.writeEndArray();
    }

    static List<PersonInstance> readAll(JsonNode array) {
        List<PersonInstance> people = new ArrayList<>();
        array.forEach(node -> people.add(read(node)));
        return people;
    }

    static PersonInstance read(JsonNode node) {
        JsonNode box = node.required("box");
        JsonNode area = node.path("area");
        JsonNode declared = node.path("declared");
        return new PersonInstance(
                node.required("id").asLong(),
                node.required("category").asInt(),
                new Box(number(box, 0), number(box, 1), number(box, 2), number(box, 3)),
                readPoints(node.required("points")),
                area.isNumber() ? OptionalDouble.of(area.asDouble()) : OptionalDouble.empty(),
                node.path("crowd").asBoolean(false),
                declared.isNumber() ? OptionalInt.of(declared.asInt()) : OptionalInt.empty());
    }

    private static Keypoints readPoints(JsonNode values) {
        int count = values.size() / VALUES_PER_POINT;
        Keypoints.Builder points = new Keypoints.Builder(count);
        for (int i = 0; i < values.size(); i += VALUES_PER_POINT) {
            points.add(
                    number(values, i),
                    number(values, i + 1),
                    Visibility.ofFlag(values.required(i + 2).asInt()),
                    PROVENANCES[values.required(i + 3).asInt()]);
        }
        return points.build();
    }

    private static double number(JsonNode array, int index) {
        return array.required(index).asDouble();
    }
}
