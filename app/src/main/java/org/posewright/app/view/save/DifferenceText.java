package org.posewright.app.view.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.save.PersonDifference;
import org.posewright.app.text.Messages;

/** Differences between labels in words: what moved, by how much; flags changed; people added and removed. */
final class DifferenceText {

    private final Skeleton skeleton;
    private final Messages messages;

    DifferenceText(Skeleton skeleton, Messages messages) {
        this.skeleton = skeleton;
        this.messages = messages;
    }

    /** One line for each thing that is different about a person. */
    List<String> lines(PersonDifference person) {
        String who = messages.text("save.person", person.number());
        if (person.isAdded()) {
            return List.of(messages.text(
                    "save.added", who, person.after().orElseThrow().keypoints().labeledCount()));
        }
        if (person.isRemoved()) {
            return List.of(messages.text("save.removed", who));
        }
        List<String> lines = new ArrayList<>();
        if (person.boxChanged()) {
            lines.add(messages.text("save.box", who, pixels(person.boxMovedPixels())));
        }
        for (PersonDifference.JointDifference joint : person.joints()) {
            lines.add(messages.text("save.joint", who, name(joint.index()), change(joint)));
        }
        if (lines.isEmpty()) {
            lines.add(messages.text("save.other", who));
        }
        return lines;
    }

    private String change(PersonDifference.JointDifference joint) {
        List<String> parts = new ArrayList<>();
        if (joint.movedPixels() > 0) {
            parts.add(messages.text("save.moved", pixels(joint.movedPixels())));
        }
        if (joint.flagChanged()) {
            parts.add("v "
                    + joint.before().visibility().flag() + " → "
                    + joint.after().visibility().flag());
        }
        return String.join(", ", parts);
    }

    private String name(int index) {
        return skeleton.keypointNames().get(index).replace('_', ' ');
    }

    private static String pixels(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
