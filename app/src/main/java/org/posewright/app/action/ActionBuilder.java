package org.posewright.app.action;

import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Collects what an action is; ends with {@link #runs} or {@link #switches}. */
public final class ActionBuilder {

    final String id;
    final MenuId menu;
    final String text;
    final String hint;
    private final ActionCatalog catalog;

    @Nullable
    String icon;

    @Nullable
    String shortcut;

    boolean startsGroup;
    ObservableValue<Boolean> enabled = new SimpleBooleanProperty(true);

    @Nullable
    Property<Boolean> toggle;

    boolean isChoice;
    Runnable effect = () -> {};

    ActionBuilder(ActionCatalog catalog, MenuId menu, String id, String text, String hint) {
        this.catalog = catalog;
        this.menu = menu;
        this.id = id;
        this.text = text;
        this.hint = hint;
    }

    public ActionBuilder icon(String ikonliCode) {
        icon = ikonliCode;
        return this;
    }

    /** In JavaFX's notation, such as {@code Shortcut+Shift+S}. */
    public ActionBuilder key(String combination) {
        shortcut = combination;
        return this;
    }

    /** A line above it in the menu. */
    public ActionBuilder newGroup() {
        startsGroup = true;
        return this;
    }

    public ActionBuilder enabledWhen(ObservableValue<Boolean> condition) {
        enabled = condition;
        return this;
    }

    public UiAction runs(Runnable action) {
        effect = action;
        return catalog.add(new UiAction(this));
    }

    public UiAction switches(Property<Boolean> state) {
        toggle = state;
        return catalog.add(new UiAction(this));
    }

    /**
     * One of several choices: shows whether it is the chosen one.
     *
     * @param choose makes it the chosen one, whether or not it is already
     */
    public UiAction choice(Property<Boolean> chosen, Runnable choose) {
        toggle = chosen;
        effect = choose;
        isChoice = true;
        return catalog.add(new UiAction(this));
    }
}
