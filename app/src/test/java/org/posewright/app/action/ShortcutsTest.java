package org.posewright.app.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.posewright.app.text.Messages;

class ShortcutsTest {

    private final ActionCatalog actions = new ActionCatalog(new Messages(Locale.ENGLISH), Map.of("edit.redo", "F9"));
    private final UiAction undo =
            actions.define(MenuId.EDIT, "edit.undo").key("Shortcut+Z").runs(() -> {});
    private final UiAction redo =
            actions.define(MenuId.EDIT, "edit.redo").key("Shortcut+Y").runs(() -> {});
    private final UiAction swap = actions.define(MenuId.EDIT, "edit.swap-sides").runs(() -> {});

    @Test
    void ownKeysReplaceTheProgramsAndGoBack() {
        assertThat(redo.shortcut()).map(KeyCombination::getName).contains("F9");
        actions.remap(Map.of("edit.undo", "", "edit.swap-sides", "Nomod+Z"));
        assertThat(redo.shortcut()).isEqualTo(redo.defaultShortcut()).isPresent();
        assertThat(undo.shortcut()).isEmpty();
        assertThat(swap.shortcut()).isEmpty();
    }

    @Test
    void sharedKeysAreAConflict() {
        ShortcutDraft draft = new ShortcutDraft(actions.all());
        assertThat(draft.hasConflict()).isFalse();
        draft.set(swap, undo.defaultShortcut());
        assertThat(draft.conflicts(swap)).containsExactly(undo);
        assertThat(draft.hasConflict()).isTrue();
        draft.set(undo, Optional.empty());
        assertThat(draft.hasConflict()).isFalse();
        assertThat(draft.changes())
                .containsOnly(
                        Map.entry("edit.redo", "F9"),
                        Map.entry("edit.swap-sides", "Shortcut+Z"),
                        Map.entry("edit.undo", ""));
        draft.reset(redo);
        assertThat(draft.changes()).doesNotContainKey("edit.redo");
    }

    @Test
    void recordedKeysSurviveTheSettingsFile() {
        KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.D, true, false, true, false);
        KeyCombination keys = ShortcutDraft.pressed(event).orElseThrow();
        assertThat(ShortcutDraft.parse(keys.getName())).contains(keys);
        KeyEvent modifier = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SHIFT, true, false, false, false);
        assertThat(ShortcutDraft.pressed(modifier)).isEmpty();
    }

    @Test
    void lettersFindActionsBestFirst() {
        assertThat(ActionSearch.find(actions.all(), "", Locale.ENGLISH)).containsExactly(undo, redo, swap);
        assertThat(ActionSearch.find(actions.all(), "slr", Locale.ENGLISH))
                .first()
                .isEqualTo(swap);
        assertThat(ActionSearch.find(actions.all(), "Red", Locale.ENGLISH))
                .first()
                .isEqualTo(redo);
        assertThat(ActionSearch.score("models…", "models"))
                .isGreaterThan(ActionSearch.score("take the model’s", "models"));
        assertThat(ActionSearch.find(actions.all(), "zzz", Locale.ENGLISH)).isEmpty();
    }
}
