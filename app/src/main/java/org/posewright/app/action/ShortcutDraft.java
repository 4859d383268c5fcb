package org.posewright.app.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Shortcuts while somebody is changing them. */
public final class ShortcutDraft {

    private final List<UiAction> actions;
    private final Map<String, Optional<KeyCombination>> changed = new LinkedHashMap<>();

    public ShortcutDraft(List<UiAction> actions) {
        this.actions = List.copyOf(actions);
        for (UiAction action : actions) {
            set(action, action.shortcut());
        }
    }

    /** Reads JavaFX's notation; empty for none, and for what cannot be understood. */
    public static Optional<KeyCombination> parse(String keys) {
        try {
            return keys.isBlank() ? Optional.empty() : Optional.of(KeyCombination.valueOf(keys));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** What a person pressed; empty while only modifiers are down. */
    public static Optional<KeyCombination> pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        List<KeyCombination.Modifier> modifiers = new ArrayList<>();
        if (event.isShortcutDown()) {
            modifiers.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (event.isShiftDown()) {
            modifiers.add(KeyCombination.SHIFT_DOWN);
        }
        if (event.isAltDown()) {
            modifiers.add(KeyCombination.ALT_DOWN);
        }
        return Optional.of(new KeyCodeCombination(code, modifiers.toArray(KeyCombination.Modifier[]::new)));
    }

    public List<UiAction> actions() {
        return actions;
    }

    /** The keys as drafted. */
    public Optional<KeyCombination> keys(UiAction action) {
        Optional<KeyCombination> mine = changed.get(action.id());
        return mine != null ? mine : action.defaultShortcut();
    }

    public void set(UiAction action, Optional<KeyCombination> keys) {
        if (keys.equals(action.defaultShortcut())) {
            changed.remove(action.id());
        } else {
            changed.put(action.id(), keys);
        }
    }

    /** Gives an action the program's own keys back. */
    public void reset(UiAction action) {
        changed.remove(action.id());
    }

    /** Other actions with the same keys. */
    public List<UiAction> conflicts(UiAction action) {
        Optional<KeyCombination> mine = keys(action);
        return mine.isEmpty()
                ? List.of()
                : actions.stream()
                        .filter(other -> other != action && keys(other).equals(mine))
                        .toList();
    }

    /** Whether two actions share their keys. */
    public boolean hasConflict() {
        return actions.stream().anyMatch(action -> !conflicts(action).isEmpty());
    }

    /** What differs from the program's own: id to combination in JavaFX's notation, empty text for none. */
    public Map<String, String> changes() {
        Map<String, String> texts = new LinkedHashMap<>();
        changed.forEach(
                (id, keys) -> texts.put(id, keys.map(KeyCombination::getName).orElse("")));
        return texts;
    }
}
