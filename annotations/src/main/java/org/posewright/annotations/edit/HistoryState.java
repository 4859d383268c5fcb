package org.posewright.annotations.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.model.ImageKey;

/** What can be undone and redone, the step at the last save, and the pictures whose base is journalled. */
final class HistoryState {

    final List<EditCommand> undo = new ArrayList<>();
    final List<EditCommand> redo = new ArrayList<>();
    final Set<ImageKey> based = new HashSet<>();
    private @Nullable EditCommand savedTop;

    void done(EditCommand command, boolean merged) {
        redo.clear();
        if (merged) {
            EditCommand top = undo.remove(undo.size() - 1);
            undo.add(top.mergedWith(command)
                    .orElseThrow(() -> new IllegalStateException(
                            "\"" + command.label() + "\" does not continue \"" + top.label() + "\"")));
        } else {
            undo.add(command);
        }
    }

    void undone() {
        redo.add(undo.remove(undo.size() - 1));
    }

    void redone() {
        undo.add(redo.remove(redo.size() - 1));
    }

    /** Whether a command may continue the last step: never the step that a save ends with. */
    boolean canMerge(EditCommand command) {
        return top().filter(top -> top != savedTop)
                .flatMap(top -> top.mergedWith(command))
                .isPresent();
    }

    Optional<EditCommand> top() {
        return undo.isEmpty() ? Optional.empty() : Optional.of(undo.get(undo.size() - 1));
    }

    void markSaved(Optional<EditCommand> topAtSave) {
        savedTop = topAtSave.orElse(null);
    }

    boolean isAtSavedMark() {
        return top().orElse(null) == savedTop;
    }
}
