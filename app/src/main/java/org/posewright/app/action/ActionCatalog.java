package org.posewright.app.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.app.text.Messages;

/**
 * All actions by id, in menu order. Words come from the messages {@code action.ID} and {@code action.ID.hint}. Screens add theirs
 * here; menus, toolbars and the shortcut sheet are made from it.
 */
public final class ActionCatalog {

    private final Messages messages;
    private final Map<String, UiAction> actions = new LinkedHashMap<>();

    private Map<String, String> remapped;

    /** With the program's own shortcuts. */
    public ActionCatalog(Messages messages) {
        this(messages, Map.of());
    }

    /**
     * @param remapped a person's own shortcuts: action id to combination in JavaFX's notation, empty text for none; what cannot be
     *     understood is left out
     */
    public ActionCatalog(Messages messages, Map<String, String> remapped) {
        this.messages = messages;
        this.remapped = Map.copyOf(remapped);
    }

    /** Changes shortcuts now; actions that are not named get the program's own back. */
    public void remap(Map<String, String> changed) {
        remapped = Map.copyOf(changed);
        actions.values().forEach(this::applyShortcut);
    }

    private void applyShortcut(UiAction action) {
        String keys = remapped.get(action.id());
        action.remap(
                keys == null
                        ? action.defaultShortcut().orElse(null)
                        : ShortcutDraft.parse(keys).orElse(null));
    }

    /** Begins an action. */
    public ActionBuilder define(MenuId menu, String id) {
        String text = messages.text("action." + id);
        String hint = messages.optional("action." + id + ".hint").orElse(text);
        return new ActionBuilder(this, menu, id, text, hint);
    }

    /**
     * The action of an id.
     *
     * @throws IllegalArgumentException if nobody defined it
     */
    public UiAction get(String id) {
        UiAction action = actions.get(id);
        if (action == null) {
            throw new IllegalArgumentException("no action is called " + id);
        }
        return action;
    }

    /** The action of an id, if some screen brought it. */
    public Optional<UiAction> find(String id) {
        return Optional.ofNullable(actions.get(id));
    }

    public List<UiAction> all() {
        return new ArrayList<>(actions.values());
    }

    public List<UiAction> of(MenuId menu) {
        return actions.values().stream().filter(a -> a.menu() == menu).toList();
    }

    UiAction add(UiAction action) {
        if (actions.putIfAbsent(action.id(), action) != null) {
            throw new IllegalArgumentException("the action " + action.id() + " is defined twice");
        }
        applyShortcut(action);
        return action;
    }
}
