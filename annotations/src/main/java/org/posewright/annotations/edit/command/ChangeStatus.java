package org.posewright.annotations.edit.command;

import java.util.List;
import org.posewright.annotations.model.ImageKey;

/** Marks a picture as reviewed or flagged, or changes its note. */
public record ChangeStatus(ImageKey image, String label, ImageStatus before, ImageStatus after) implements EditCommand {

    /** The command that gives a picture another status; the label says which. */
    public static ChangeStatus of(ImageKey image, ImageStatus before, ImageStatus after) {
        String label =
                switch (after.state()) {
                    case REVIEWED -> before.state() == after.state() ? "Change note" : "Mark as reviewed";
                    case FLAGGED -> before.state() == after.state() ? "Change note" : "Flag";
                    case UNTOUCHED, EDITED -> before.note().equals(after.note()) ? "Clear status" : "Change note";
                };
        return new ChangeStatus(image, label, before, after);
    }

    @Override
    public List<ImageKey> images() {
        return List.of(image);
    }

    @Override
    public List<ImageKey> imagesWithPeopleChanged() {
        return List.of();
    }

    @Override
    public boolean isNoOp() {
        return before.equals(after);
    }

    @Override
    public void apply(EditTarget target) {
        target.changeStatus(image, after);
    }

    @Override
    public ChangeStatus inverse() {
        return new ChangeStatus(image, label, after, before);
    }
}
