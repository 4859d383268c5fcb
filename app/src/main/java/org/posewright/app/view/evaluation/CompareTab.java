package org.posewright.app.view.evaluation;

/** The pages of the screen Compare. */
public enum CompareTab {
    QUEUE,
    NUMBERS,
    CURVES,
    JOINTS,
    MODELS;

    /** Key of its name in the messages. */
    String messageKey() {
        return "compare.tab." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
