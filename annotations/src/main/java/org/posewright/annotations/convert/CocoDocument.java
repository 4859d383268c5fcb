package org.posewright.annotations.convert;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.storage.NumberText;
import org.posewright.annotations.work.CancellationToken;

/** The text of one annotation file, one image or annotation a line. */
final class CocoDocument {

    /** The part of a person's box that COCO's masks cover on average; stands in where no mask was measured. */
    private static final double MASK_SHARE_OF_BOX = 0.53;

    private final Dataset dataset;
    private final List<ImageRecord> images;
    private final OutputNames names;
    private final CancellationToken token;

    CocoDocument(Dataset dataset, List<ImageRecord> images, OutputNames names, CancellationToken token) {
        this.dataset = dataset;
        this.images = images;
        this.names = names;
        this.token = token;
    }

    void writeTo(Writer out) throws IOException {
        long[] imageIds = imageIds();
        out.write("{\"info\":{\"description\":" + quote(dataset.name()) + "},\n\"licenses\":[],\n\"images\":[");
        for (int i = 0; i < imageIds.length; i++) {
            ImageRecord image = images.get(i);
            out.write((i == 0 ? "\n" : ",\n") + "{\"id\":" + imageIds[i] + ",\"file_name\":" + quote(names.of(image))
                    + ",\"width\":" + image.size().width() + ",\"height\":"
                    + image.size().height() + "}");
        }
        out.write("\n],\n\"annotations\":[");
        writePeople(out, imageIds);
        out.write("\n],\n\"categories\":[");
        writeCategories(out);
        out.write("\n]}\n");
    }

    private void writePeople(Writer out, long[] imageIds) throws IOException {
        PersonIdSource ids = new PersonIdSource(images);
        String separator = "\n";
        for (int i = 0; i < imageIds.length; i++) {
            token.throwIfCancelled();
            for (PersonInstance person : images.get(i).people()) {
                out.write(separator + annotation(person, ids.next(person), imageIds[i]));
                separator = ",\n";
            }
        }
    }

    /** COCO's own ids, the numbers that files are named by, or 1, 2, 3: the first of these that is unique. */
    private long[] imageIds() {
        long[] known = images.stream()
                .mapToLong(image -> image.cocoId().orElseGet(() -> number(image)))
                .toArray();
        boolean usable = java.util.Arrays.stream(known).allMatch(id -> id >= 0)
                && java.util.Arrays.stream(known).distinct().count() == known.length;
        return usable
                ? known
                : java.util.stream.LongStream.rangeClosed(1, known.length).toArray();
    }

    private static long number(ImageRecord image) {
        String stem = OutputNames.stem(image.key().fileName());
        return stem.matches("[0-9]{1,18}") ? Long.parseLong(stem) : -1;
    }

    private static String annotation(PersonInstance person, long id, long imageId) {
        Box box = person.box();
        double area = person.segmentationArea().orElse(Math.max(0, box.area()) * MASK_SHARE_OF_BOX);
        int labeled =
                person.declaredKeypoints().orElseGet(() -> person.keypoints().labeledCount());
        return "{\"id\":" + id + ",\"image_id\":" + imageId + ",\"category_id\":" + (person.categoryIndex() + 1)
                + ",\"iscrowd\":" + (person.crowd() ? 1 : 0) + ",\"area\":" + NumberText.shortest(area)
                + ",\"bbox\":["
                + NumberText.shortest(box.x()) + "," + NumberText.shortest(box.y()) + ","
                + NumberText.shortest(box.width()) + "," + NumberText.shortest(box.height())
                + "],\"num_keypoints\":" + labeled + ",\"keypoints\":[" + keypoints(person.keypoints()) + "]}";
    }

    private static String keypoints(Keypoints points) {
        StringJoiner text = new StringJoiner(",");
        for (int k = 0; k < points.size(); k++) {
            boolean placed = YoloRows.hasPlace(points, k);
            text.add(NumberText.shortest(placed ? points.x(k) : 0));
            text.add(NumberText.shortest(placed ? points.y(k) : 0));
            text.add(Integer.toString(points.visibility(k).flag()));
        }
        return text.toString();
    }

    private void writeCategories(Writer out) throws IOException {
        Skeleton skeleton = dataset.skeleton();
        StringJoiner keypoints = new StringJoiner(",");
        skeleton.keypointNames().forEach(name -> keypoints.add(quote(name)));
        StringJoiner limbs = new StringJoiner(",");
        skeleton.limbs().forEach(limb -> limbs.add("[" + (limb.from() + 1) + "," + (limb.to() + 1) + "]"));
        List<String> categories =
                dataset.categoryNames().isEmpty() ? List.of(skeleton.name()) : dataset.categoryNames();
        for (int i = 0; i < categories.size(); i++) {
            out.write((i == 0 ? "\n" : ",\n") + "{\"supercategory\":" + quote(categories.get(i)) + ",\"id\":" + (i + 1)
                    + ",\"name\":" + quote(categories.get(i)) + ",\"keypoints\":[" + keypoints + "],\"skeleton\":["
                    + limbs + "]}");
        }
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    /** The dataset's ids where no two people share one (COCO), otherwise 1, 2, 3 (rows of YOLO files). */
    private static final class PersonIdSource {
        private final boolean keep;
        private long last;

        PersonIdSource(List<ImageRecord> images) {
            Set<Long> seen = new HashSet<>();
            keep = images.stream()
                    .flatMap(image -> image.people().stream())
                    .allMatch(person -> person.id() >= 1 && seen.add(person.id()));
        }

        long next(PersonInstance person) {
            return keep ? person.id() : ++last;
        }
    }
}
