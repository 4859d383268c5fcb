package org.posewright.annotations.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.posewright.annotations.edit.command.ImageStatus.ReviewState;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.query.FilterLexer.Token;
import org.posewright.annotations.query.ImageFacts.Joints;

/** What the single words of a filter mean. */
final class Conditions {

    private final Skeleton skeleton;

    Conditions(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /** A word alone: a state of the picture, or part of its name or note. */
    static Filter word(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "edited" -> state(ReviewState.EDITED);
            case "reviewed" -> state(ReviewState.REVIEWED);
            case "flagged" -> state(ReviewState.FLAGGED);
            case "untouched" -> state(ReviewState.UNTOUCHED);
            case "unsaved" -> ImageFacts::unsaved;
            case "empty" -> image -> image.people() == 0 && image.joints().crowds() == 0;
            case "crowd" -> image -> image.joints().crowds() > 0;
            default -> text(word);
        };
    }

    static Filter text(String part) {
        return name(part).or(note(part));
    }

    /** {@code name:value}. */
    Filter value(Token name, Token value) {
        String text = value.text();
        return switch (name.text().toLowerCase(Locale.ROOT)) {
            case "split" -> image -> image.split().equalsIgnoreCase(text);
            case "status" -> state(reviewState(value));
            case "name" -> name(text);
            case "note" -> note(text);
            case "missing" -> joint(value, Joints::missing);
            case "has" -> joint(value, Joints::labeled);
            case "occluded" -> joint(value, Joints::occluded);
            default ->
                throw new QueryException(
                        "There is no \"" + name.text()
                                + ":\"; there are split: status: name: note: missing: has: occluded:",
                        name.start());
        };
    }

    /** {@code name<number}. A picture that has no such number never matches. */
    Filter comparison(Token name, String sign, Token value) {
        ToDoubleFunction<ImageFacts> number =
                switch (name.text().toLowerCase(Locale.ROOT)) {
                    case "people" -> image -> image.isLoaded() ? image.people() : Double.NaN;
                    case "joints" -> image -> image.isLoaded() ? image.joints().labeledCount() : Double.NaN;
                    case "crowds" -> image -> image.isLoaded() ? image.joints().crowds() : Double.NaN;
                    case "oks" -> image -> image.worstOks().orElse(Double.NaN);
                    default ->
                        throw new QueryException(
                                "\"" + name.text() + "\" is no number; there are people, joints, crowds and oks.",
                                name.start());
                };
        DoublePredicate holds = holds(sign, number(value));
        return image -> holds.test(number.applyAsDouble(image));
    }

    private static DoublePredicate holds(String sign, double limit) {
        return switch (sign) {
            case "<" -> value -> value < limit;
            case "<=" -> value -> value <= limit;
            case ">" -> value -> value > limit;
            case ">=" -> value -> value >= limit;
            case "!=" -> value -> value < limit || value > limit;
            default -> value -> value == limit;
        };
    }

    private static double number(Token value) {
        try {
            double number = Double.parseDouble(value.text());
            if (Double.isFinite(number)) {
                return number;
            }
            throw new NumberFormatException();
        } catch (NumberFormatException e) {
            throw new QueryException("\"" + value.text() + "\" is no number.", value.start());
        }
    }

    private static ReviewState reviewState(Token value) {
        return Arrays.stream(ReviewState.values())
                .filter(state -> state.name().equalsIgnoreCase(value.text()))
                .findFirst()
                .orElseThrow(() -> new QueryException(
                        "There is no status \"" + value.text() + "\"; there are "
                                + Arrays.stream(ReviewState.values())
                                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + ".",
                        value.start()));
    }

    private Filter joint(Token value, Function<Joints, BitSet> of) {
        int index = jointIndex(value);
        return image -> of.apply(image.joints()).get(index);
    }

    private int jointIndex(Token value) {
        String wanted = plain(value.text());
        List<String> names = skeleton.keypointNames();
        for (int i = 0; i < names.size(); i++) {
            if (plain(names.get(i)).equals(wanted)) {
                return i;
            }
        }
        throw new QueryException(
                "There is no keypoint \"" + value.text() + "\"; there are " + String.join(", ", names) + ".",
                value.start());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static Filter state(ReviewState state) {
        return image -> image.status().state() == state;
    }

    private static Filter name(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return image -> image.key().path().toLowerCase(Locale.ROOT).contains(lower);
    }

    private static Filter note(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return image -> image.status().note().toLowerCase(Locale.ROOT).contains(lower);
    }
}
