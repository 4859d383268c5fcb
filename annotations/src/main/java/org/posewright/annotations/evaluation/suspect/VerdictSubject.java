package org.posewright.annotations.evaluation.suspect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageKey;

/**
 * What a verdict is about: a picture, or a labelled person or a prediction in it, or some joints of a person. People and predictions
 * are named by the middle of their box in whole pixels: rows of YOLO files change their numbers when others are removed, and
 * predictions theirs with the confidence.
 *
 * @param place where in the picture; empty for the whole picture
 * @param joints 0-based keypoints of a person, ascending; empty for the whole person, a prediction or a picture
 */
public record VerdictSubject(ImageKey image, Optional<Place> place, List<Integer> joints) {

    private static final Pattern TEXT =
            Pattern.compile("(person|prediction) at (-?\\d+),(-?\\d+)(?: joints (\\d+(?:,\\d+)*))?");

    /** The middle of the box of a labelled person or of a prediction, in image pixels. */
    public record Place(Kind kind, long x, long y) {}

    /** Whether somebody labelled or somebody predicted is meant. */
    public enum Kind {
        PERSON,
        PREDICTION
    }

    public VerdictSubject {
        joints = joints.stream().sorted().toList();
    }

    public static VerdictSubject ofPicture(ImageKey image) {
        return new VerdictSubject(image, Optional.empty(), List.of());
    }

    /** A labelled person, or some of their joints. */
    public static VerdictSubject ofPerson(ImageKey image, Box box, List<Integer> joints) {
        return new VerdictSubject(image, Optional.of(place(Kind.PERSON, box)), joints);
    }

    public static VerdictSubject ofPrediction(ImageKey image, Box box) {
        return new VerdictSubject(image, Optional.of(place(Kind.PREDICTION, box)), List.of());
    }

    private static Place place(Kind kind, Box box) {
        return new Place(kind, Math.round(box.centerX()), Math.round(box.centerY()));
    }

    /** A phrase without the picture, such as {@code person at 120,80 joints 9,10}; empty for the whole picture. */
    public String phrase() {
        return place.map(p -> p.kind.name().toLowerCase(java.util.Locale.ROOT)
                        + " at " + p.x + "," + p.y
                        + (joints.isEmpty()
                                ? ""
                                : " joints "
                                        + joints.stream().map(String::valueOf).collect(Collectors.joining(","))))
                .orElse("");
    }

    /** The subject that {@link #phrase()} stands for in a picture; empty when the text is none. */
    static Optional<VerdictSubject> ofPhrase(ImageKey image, String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Integer> joints = matcher.group(4) == null
                ? List.of()
                : Arrays.stream(matcher.group(4).split(","))
                        .map(Integer::valueOf)
                        .toList();
        Place place = new Place(
                matcher.group(1).equals("person") ? Kind.PERSON : Kind.PREDICTION,
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3)));
        return Optional.of(new VerdictSubject(image, Optional.of(place), joints));
    }
}
