package org.posewright.app.view.save;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.VBox;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.save.PersonDifference;
import org.posewright.annotations.save.SavePlan;
import org.posewright.app.text.Messages;

/** What a save is going to write, picture by picture and joint by joint. */
public final class SavePreview extends VBox {

    private static final int OPEN_UP_TO = 12;

    public SavePreview(SavePlan plan, Skeleton skeleton, Messages messages) {
        super(10);
        DifferenceText text = new DifferenceText(skeleton, messages);
        TreeItem<String> root = new TreeItem<>();
        for (SavePlan.ImageDifference image : plan.images()) {
            TreeItem<String> item = new TreeItem<>(image.image().path());
            for (PersonDifference person : image.people()) {
                text.lines(person).forEach(line -> item.getChildren().add(new TreeItem<>(line)));
            }
            item.setExpanded(plan.images().size() <= OPEN_UP_TO);
            root.getChildren().add(item);
        }
        plan.unsavable().forEach(image -> root.getChildren()
                .add(new TreeItem<>(
                        messages.text("save.unsavable", image.image().path(), image.reason()))));
        TreeView<String> tree = new TreeView<>(root);
        tree.setShowRoot(false);
        tree.setPrefSize(620, 340);
        tree.setAccessibleText(messages.text("save.differences"));
        Label summary = new Label(summary(plan, messages));
        summary.setWrapText(true);
        Label backup = new Label(messages.text("save.backup"));
        backup.getStyleClass().addAll("secondary", "small-text");
        backup.setWrapText(true);
        backup.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(summary, tree, backup);
    }

    private static String summary(SavePlan plan, Messages messages) {
        List<PersonDifference.JointDifference> joints = plan.images().stream()
                .flatMap(image -> image.people().stream())
                .flatMap(person -> person.joints().stream())
                .toList();
        double[] moved = joints.stream()
                .mapToDouble(PersonDifference.JointDifference::movedPixels)
                .filter(pixels -> pixels > 0)
                .sorted()
                .toArray();
        long flags = joints.stream()
                .filter(PersonDifference.JointDifference::flagChanged)
                .count();
        String files =
                messages.text("save.files", plan.files().size(), plan.images().size());
        if (moved.length > 0) {
            String median = String.format(java.util.Locale.ROOT, "%.1f", moved[moved.length / 2]);
            files += " " + messages.text("save.joints-moved", moved.length, median);
        }
        return flags == 0 ? files : files + " " + messages.text("save.flags", flags);
    }
}
