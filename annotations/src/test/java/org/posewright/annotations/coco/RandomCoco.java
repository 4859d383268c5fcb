package org.posewright.annotations.coco;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.posewright.annotations.model.Keypoints;

/** A random annotation document: layout, key order, number texts, unknown keys and optional keys vary. */
final class RandomCoco {

    static final int POINTS = 3;

    private final Random random;
    private final String newline;
    private final String comma;
    private final String colon;
    private final String text;

    RandomCoco(Random random) {
        this.random = random;
        int layout = random.nextInt(4);
        newline = List.of("", "", "\n  ", "\r\n\t").get(layout);
        comma = List.of(",", ", ", "," + newline, " ,").get(layout);
        colon = List.of(":", ": ", " : ", ":").get(layout);
        text = document();
    }

    String text() {
        return text;
    }

    static Keypoints unlabeled() {
        return Keypoints.unlabeled(POINTS);
    }

    /** The text from the marker of an annotation to its end; every annotation carries {@code "note"} with its id last. */
    static String elementText(String document, long id) {
        String marker = "«" + id + "»";
        int end = document.indexOf(marker);
        int start = document.lastIndexOf("«begin»", end);
        return document.substring(start, end + marker.length());
    }

    private String document() {
        int images = 1 + random.nextInt(4);
        List<String> imageTexts = new ArrayList<>();
        List<String> annotations = new ArrayList<>();
        for (int i = 1; i <= images; i++) {
            imageTexts.add("{\"id\":" + i + ",\"file_name\":\"" + i + ".jpg\",\"width\":10,\"height\":10}");
        }
        int count = random.nextInt(8);
        for (int id = 1; id <= count; id++) {
            annotations.add(annotation(id, 1 + random.nextInt(images)));
        }
        return (random.nextBoolean() ? "\uFEFF" : "") + "{" + newline + "\"info\"" + colon + "{\"a\":1.50}" + comma
                + "\"images\":[" + String.join(",", imageTexts) + "]" + comma
                + "\"categories\":[{\"id\":3,\"name\":\"thing\",\"keypoints\":[\"a\",\"b\",\"c\"]}]" + comma
                + "\"annotations\"" + colon + "[" + newline + String.join(comma, annotations) + newline + "]" + comma
                + "\"extra\"" + colon + "[{},{\"id\":1},{}]" + newline + "}" + newline;
    }

    private String annotation(int id, int imageId) {
        List<String> members = new ArrayList<>();
        members.add(member("id", Integer.toString(id)));
        members.add(member("image_id", random.nextBoolean() ? Integer.toString(imageId) : imageId + ".0"));
        members.add(member("category_id", "3"));
        members.add(member("bbox", list(4)));
        members.add(member("area", number()));
        if (random.nextBoolean()) {
            members.add(member("iscrowd", "0"));
        }
        if (random.nextInt(4) > 0) {
            members.add(member("keypoints", keypoints()));
        }
        if (random.nextBoolean()) {
            members.add(member("num_keypoints", Integer.toString(random.nextInt(4))));
        }
        members.add(member(
                "segmentation",
                List.of("[[1,2.50]]", "{\"counts\":\"},{\\\"]\",\"size\":[1,2]}", "[]")
                        .get(random.nextInt(3))));
        Collections.shuffle(members, random);
        members.add(0, member("begin", "\"«begin»\""));
        members.add(member("note", "\"«" + id + "»\""));
        return "{" + newline + String.join(comma, members) + newline + "}";
    }

    private String keypoints() {
        List<String> numbers = new ArrayList<>();
        for (int k = 0; k < POINTS; k++) {
            int v = random.nextInt(3);
            numbers.add(v == 0 ? "0" : number());
            numbers.add(v == 0 ? "0.0" : number());
            numbers.add(Integer.toString(v));
        }
        return "[" + String.join(comma, numbers) + "]";
    }

    private String list(int size) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            numbers.add(number());
        }
        return "[" + String.join(comma, numbers) + "]";
    }

    private String number() {
        return switch (random.nextInt(5)) {
            case 0 -> Integer.toString(random.nextInt(100));
            case 1 -> random.nextInt(100) + ".50";
            case 2 -> "1" + random.nextInt(10) + "e-1";
            case 3 -> Double.toString(random.nextDouble() * 640);
            default -> "-" + random.nextInt(5) + ".25";
        };
    }

    private String member(String key, String value) {
        return "\"" + key + "\"" + colon + value;
    }
}
