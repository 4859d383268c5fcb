package org.posewright.app.action;

import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** One thing a person can do. */
public final class UiAction {

    private final ActionBuilder built;

    UiAction(ActionBuilder built) {
        this.built = built;
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

    public Optional<KeyCombination> shortcut() {
        return Optional.ofNullable(built.shortcut).map(KeyCombination::valueOf);
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
