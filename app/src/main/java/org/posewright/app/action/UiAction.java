package org.posewright.app.action;

import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** One thing a person can do. */
public final class UiAction {

    private final ActionBuilder built;
    private final ReadOnlyObjectWrapper<@Nullable KeyCombination> shortcut =
            new ReadOnlyObjectWrapper<>(this, "shortcut");

    UiAction(ActionBuilder built) {
        this.built = built;
        shortcut.set(defaultShortcut().orElse(null));
    }

    public String id() {
        return built.id;
    }

    public MenuId menu() {
        return built.menu;
    }

    public String text() {
        return built.text;
    }

    /** What it does, in a sentence; the text itself where nothing more is to say. */
    public String hint() {
        return built.hint;
    }

    /** Ikonli code. */
    public Optional<String> icon() {
        return Optional.ofNullable(built.icon);
    }

    /** The keys of now: the person's, or the program's own. */
    public Optional<KeyCombination> shortcut() {
        return Optional.ofNullable(shortcut.get());
    }

    /** Null while it has none; controls follow it. */
    public ReadOnlyObjectProperty<@Nullable KeyCombination> shortcutProperty() {
        return shortcut.getReadOnlyProperty();
    }

    /** The keys that the program gives it. */
    public Optional<KeyCombination> defaultShortcut() {
        return Optional.ofNullable(built.shortcut).map(KeyCombination::valueOf);
    }

    void remap(@Nullable KeyCombination keys) {
        shortcut.set(keys);
    }

    public boolean startsGroup() {
        return built.startsGroup;
    }

    public ObservableValue<Boolean> enabled() {
        return built.enabled;
    }

    /** The state that it switches, when it is a switch. */
    public Optional<Property<Boolean>> toggle() {
        return Optional.ofNullable(built.toggle);
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (!Boolean.TRUE.equals(built.enabled.getValue())) {
            return;
        }
        @Nullable Property<Boolean> toggle = built.toggle;
        if (toggle != null && !built.isChoice) {
            toggle.setValue(!Boolean.TRUE.equals(toggle.getValue()));
        }
        built.effect.run();
    }
}
