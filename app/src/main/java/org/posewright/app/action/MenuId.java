package org.posewright.app.action;

/** The menus of the menu bar, in order. Each action that a person can choose stands in one. */
public enum MenuId {
    FILE,
    EDIT,
    VIEW,
    MODEL,
    EVALUATE,
    TRAIN,
    HELP;

    /** Key of the menu's name. */
    public String messageKey() {
        return "menu." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
