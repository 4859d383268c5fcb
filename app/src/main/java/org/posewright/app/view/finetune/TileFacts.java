package org.posewright.app.view.finetune;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.posewright.annotations.model.Skeleton;
import org.posewright.app.text.Messages;
import org.posewright.training.augment.DroppedPerson;
import org.posewright.training.augment.PlaneTransform;
import org.posewright.training.augment.PointFate;
import org.posewright.training.augment.Sample;
import org.posewright.training.augment.SamplePerson;
import org.posewright.training.augment.SampleTile;

/** What happened to one tile of a sample, in words. */
final class TileFacts extends VBox {

    private final Messages messages;

    TileFacts(Messages messages) {
        this.messages = messages;
        setSpacing(8);
        clear();
    }

    void clear() {
        Label hint = new Label(messages.text("train.tile.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("secondary");
        getChildren().setAll(hint);
    }

    /**
     * @param person number of the labelled person under the pointer within the source picture, from 1
     */
    void show(Sample sample, SampleTile tile, OptionalInt person, Skeleton skeleton) {
        int number = sample.tiles().indexOf(tile);
        PlaneTransform t = tile.fromSource();
        GridPane grid = Cards.facts();
        fact(grid, "train.tile.source", tile.source().fileName());
        fact(
                grid,
                "train.tile.label",
                person.isPresent()
                        ? messages.text("train.tile.label.person", person.getAsInt())
                        : messages.text("train.tile.label.none"));
        fact(grid, "train.tile.flipped", messages.text(tile.isMirrored() ? "train.tile.yes" : "train.tile.no"));
        double scale = Math.sqrt(Math.abs(t.m00() * t.m11() - t.m01() * t.m10()));
        double angle = Math.toDegrees(Math.atan2(t.m10(), Math.abs(t.m00())));
        fact(grid, "train.tile.scale", String.format(Locale.ROOT, "%.3f · %.1f°", scale, angle));
        fact(grid, "train.tile.shift", String.format(Locale.ROOT, "%.0f, %.0f px", t.m02(), t.m12()));
        List<SamplePerson> people =
                sample.people().stream().filter(p -> p.tile() == number).toList();
        List<DroppedPerson> dropped = sample.dropped().stream()
                .filter(d -> d.person().tile() == number)
                .toList();
        long clipped = people.stream().filter(TileFacts::isClipped).count();
        fact(
                grid,
                "train.tile.people",
                messages.text("train.tile.people-value", people.size(), clipped, dropped.size()));
        fact(grid, "train.tile.joints", clippedNames(people, skeleton));
        getChildren().setAll(grid);
        Map<DroppedPerson.Reason, Long> reasons = dropped.stream()
                .collect(Collectors.groupingBy(
                        DroppedPerson::reason, () -> new EnumMap<>(DroppedPerson.Reason.class), Collectors.counting()));
        reasons.forEach((reason, count) -> {
            String word = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Label line = new Label(messages.text("train.tile.dropped", count, messages.text("train.dropped." + word)));
            line.getStyleClass().addAll("secondary", "small-text");
            line.setWrapText(true);
            getChildren().add(line);
        });
    }

    private void fact(GridPane grid, String key, String value) {
        Cards.fact(grid, messages.text(key), value);
    }

    private static boolean isClipped(SamplePerson person) {
        for (int k = 0; k < person.points().size(); k++) {
            if (person.points().fate(k) == PointFate.CLIPPED) {
                return true;
            }
        }
        return false;
    }

    private String clippedNames(List<SamplePerson> people, Skeleton skeleton) {
        TreeSet<String> names = new TreeSet<>();
        for (SamplePerson person : people) {
            for (int k = 0; k < person.points().size(); k++) {
                if (person.points().fate(k) == PointFate.CLIPPED) {
                    names.add(skeleton.keypointNames().get(k).replace('_', ' '));
                }
            }
        }
        return names.isEmpty() ? messages.text("train.tile.none") : String.join(", ", names);
    }
}
