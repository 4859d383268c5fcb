package org.posewright.annotations.edit.command;

import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.ImageKey;

/**
 * One change that a person made, as an immutable value with the state before and after. Commands are applied by
 * {@code EditHistory} alone; everybody else only makes them.
 */
public sealed interface EditCommand permits ReplacePeople, ChangeStatus, CompositeEdit {

    /** What was done, for the menu: "Move left wrist". */
    String label();

    /** The pictures it touches, each once, in order of first touch. */
    List<ImageKey> images();

    /** The pictures whose people it changes, as opposed to their status. */
    List<ImageKey> imagesWithPeopleChanged();

    /** Whether applying it changes nothing at all. */
    boolean isNoOp();

    /**
     * Puts the after-values in place.
     *
     * @throws EditRefusedException if the target is not in the state that this command starts from
     */
    void apply(EditTarget target);

    /** The command that takes this one back. */
    EditCommand inverse();

    /**
     * This command and one that follows it at once, as a single step of undo; empty when they are different things, such as nudges
     * of two points.
     */
    default Optional<EditCommand> mergedWith(EditCommand later) {
        return Optional.empty();
    }
}
