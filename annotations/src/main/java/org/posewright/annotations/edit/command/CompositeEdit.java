package org.posewright.annotations.edit.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.posewright.annotations.model.ImageKey;

/** Several edits that are done and undone as one: accepting forty predictions is a single step. */
public record CompositeEdit(String label, List<EditCommand> parts) implements EditCommand {

    public CompositeEdit {
        parts = List.copyOf(parts);
    }

    @Override
    public List<ImageKey> images() {
        return distinct(parts.stream().flatMap(part -> part.images().stream()));
    }

    @Override
    public List<ImageKey> imagesWithPeopleChanged() {
        return distinct(parts.stream().flatMap(part -> part.imagesWithPeopleChanged().stream()));
    }

    private static List<ImageKey> distinct(Stream<ImageKey> keys) {
        return keys.distinct().toList();
    }

    @Override
    public boolean isNoOp() {
        return parts.stream().allMatch(EditCommand::isNoOp);
    }

    @Override
    public void apply(EditTarget target) {
        parts.forEach(part -> part.apply(target));
    }

    @Override
    public CompositeEdit inverse() {
        List<EditCommand> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        return new CompositeEdit(
                label, reversed.stream().map(EditCommand::inverse).toList());
    }
}
