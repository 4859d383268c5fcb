package org.posewright.training.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.model.Visibility;

/**
 * The labels a run was trained on, in full precision, kept in the run folder so that two runs can be compared joint by joint.
 *
 * <pre>{"version":1,"keypoints":[names],"images":[{"key":…,"split":"train" (or ["train","val"]),"width":…,"height":…,
 *  "people":[{"id":…,"category":…,"crowd":false,"area":…,"num_keypoints":…,"box":[x,y,w,h],"keypoints":[x,y,v,…]}]}]}</pre>
 *
 * @param people of each picture of a split; the file keeps pictures in order
 */
public record LabelSnapshot(List<String> keypointNames, Map<ImageKey, Entry> people) {

    private static final int VERSION = 1;

    /**
     * The labels of one picture.
     *
     * @param splits that have the picture, mostly one; an overfit run validates on what it trains on
     */
    public record Entry(List<String> splits, int width, int height, List<PersonInstance> people) {
        public Entry {
            splits = List.copyOf(splits);
            people = List.copyOf(people);
        }

        private Entry and(String split) {
            List<String> all = new ArrayList<>(splits);
            all.add(split);
            return new Entry(all, width, height, people);
        }
    }

    /** What a run is about to use; a picture of two splits comes twice. */
    public static LabelSnapshot of(List<String> keypointNames, List<ImageRecord> images) {
        Map<ImageKey, Entry> entries = new LinkedHashMap<>();
        for (ImageRecord image : images) {
            Entry entry = new Entry(
                    List.of(image.split()), image.size().width(), image.size().height(), image.people());
            entries.merge(image.key(), entry, (known, again) -> known.and(image.split()));
        }
        return new LabelSnapshot(keypointNames, entries);
    }

    /**
     * The dataset with these labels and splits instead of its own: only pictures of the snapshot, in its order. A window passes
     * unsaved edits, a choice of pictures and held-out ones this way, and a resumed run keeps the labels that it began with.
     *
     * @throws IOException if a picture of the snapshot is not in the dataset
     */
    public Dataset applyTo(Dataset dataset) throws IOException {
        Map<ImageKey, ImageRecord> byKey = new HashMap<>();
        dataset.images().forEach(image -> byKey.put(image.key(), image));
        List<ImageRecord> images = new ArrayList<>();
        for (Map.Entry<ImageKey, Entry> entry : people.entrySet()) {
            ImageRecord image = byKey.get(entry.getKey());
            if (image == null) {
                throw new IOException("picture " + entry.getKey() + " of the label snapshot is not in dataset "
                        + dataset.name() + "; choose the dataset that the snapshot was taken from");
            }
            for (String split : entry.getValue().splits()) {
                images.add(new ImageRecord(
                        image.key(),
                        image.file(),
                        split,
                        image.size(),
                        image.cocoId(),
                        entry.getValue().people()));
            }
        }
        return new Dataset(dataset.name(), dataset.root(), dataset.skeleton(), dataset.categoryNames(), images);
    }

    /** The snapshot as UTF-8 JSON. */
    public byte[] toJson() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeArrayFieldStart("keypoints");
            for (String name : keypointNames) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("images");
            for (Map.Entry<ImageKey, Entry> entry : people.entrySet()) {
                writeImage(json, entry.getKey(), entry.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeImage(JsonGenerator json, ImageKey key, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", key.path());
        if (entry.splits.size() == 1) {
            json.writeStringField("split", entry.splits.get(0));
        } else {
            json.writeArrayFieldStart("split");
            for (String split : entry.splits) {
                json.writeString(split);
            }
            json.writeEndArray();
        }
        json.writeNumberField("width", entry.width);
        json.writeNumberField("height", entry.height);
        json.writeArrayFieldStart("people");
        for (PersonInstance person : entry.people) {
            json.writeStartObject();
            json.writeNumberField("id", person.id());
            json.writeNumberField("category", person.categoryIndex());
            json.writeBooleanField("crowd", person.crowd());
            if (person.segmentationArea().isPresent()) {
                json.writeNumberField("area", person.segmentationArea().getAsDouble());
            }
            if (person.declaredKeypoints().isPresent()) {
                json.writeNumberField(
                        "num_keypoints", person.declaredKeypoints().getAsInt());
            }
            Box box = person.box();
            json.writeFieldName("box");
            json.writeArray(new double[] {box.x(), box.y(), box.width(), box.height()}, 0, 4);
            json.writeArrayFieldStart("keypoints");
            for (int k = 0; k < person.keypoints().size(); k++) {
                json.writeNumber(person.keypoints().x(k));
                json.writeNumber(person.keypoints().y(k));
                json.writeNumber(person.keypoints().visibility(k).flag());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /**
     * @throws IOException if the file cannot be read or is not such a snapshot
     */
    public static LabelSnapshot read(Path file) throws IOException {
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        if (root.path("version").asInt() != VERSION) {
            throw new IOException(file + " is not a label snapshot of version " + VERSION);
        }
        List<String> names = new ArrayList<>();
        root.path("keypoints").forEach(name -> names.add(name.asText()));
        Map<ImageKey, Entry> entries = new LinkedHashMap<>();
        for (JsonNode image : root.path("images")) {
            List<PersonInstance> people = new ArrayList<>();
            for (JsonNode person : image.path("people")) {
                people.add(person(person));
            }
            List<String> splits = new ArrayList<>();
            JsonNode split = image.path("split");
            (split.isArray() ? split : List.of(split)).forEach(name -> splits.add(name.asText()));
            Entry entry = new Entry(
                    splits, image.path("width").asInt(), image.path("height").asInt(), people);
            entries.put(new ImageKey(image.path("key").asText()), entry);
        }
        return new LabelSnapshot(names, entries);
    }

    private static PersonInstance person(JsonNode node) {
        JsonNode box = node.path("box");
        JsonNode values = node.path("keypoints");
        Keypoints.Builder points = new Keypoints.Builder(values.size() / 3);
        for (int i = 0; i + 2 < values.size(); i += 3) {
            points.add(
                    values.get(i).asDouble(),
                    values.get(i + 1).asDouble(),
                    Visibility.ofFlag(values.get(i + 2).asInt()),
                    Provenance.FILE);
        }
        return new PersonInstance(
                node.path("id").asLong(),
                node.path("category").asInt(),
                new Box(
                        box.path(0).asDouble(),
                        box.path(1).asDouble(),
                        box.path(2).asDouble(),
                        box.path(3).asDouble()),
                points.build(),
                node.has("area") ? OptionalDouble.of(node.path("area").asDouble()) : OptionalDouble.empty(),
                node.path("crowd").asBoolean(),
                node.has("num_keypoints")
                        ? OptionalInt.of(node.path("num_keypoints").asInt())
                        : OptionalInt.empty());
    }
}
