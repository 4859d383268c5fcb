package org.posewright.app.viewmodel.finetune;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.posewright.training.argument.ArgumentException;
import org.posewright.training.argument.ArgumentSpec;
import org.posewright.training.argument.TrainingArguments;

/** One argument in the dialog. What a person typed stays when the preset changes; what they did not touch follows it. */
public final class SettingField {

    private final ArgumentSpec spec;
    private final StringProperty text;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private String untold;
    private @Nullable String suggestion;

    SettingField(ArgumentSpec spec) {
        this.spec = spec;
        this.untold = spec.defaultText();
        this.text = new SimpleStringProperty(this, "text", untold);
        text.subscribe(this::check);
    }

    public ArgumentSpec spec() {
        return spec;
    }

    public String name() {
        return spec.name();
    }

    public StringProperty textProperty() {
        return text;
    }

    /** Why the text is no value; empty when it is one. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the field has when nobody touches it. */
    public String usual() {
        return suggestion == null ? untold : suggestion;
    }

    /** Whether the trainer has to be told: by itself it would take another value. */
    boolean isTold() {
        return !text.get().strip().equals(untold);
    }

    /** Whether a person changed it. */
    public boolean isChanged() {
        return !text.get().strip().equals(usual());
    }

    /** Takes the person's change back. */
    public void reset() {
        text.set(usual());
    }

    /** What the trainer takes when it is told nothing. */
    void setUntold(String newUntold) {
        boolean follows = !isChanged();
        untold = newUntold;
        follow(follows);
    }

    /** What suits this machine or this model better than the trainer's own value; null for nothing. */
    void suggest(@Nullable String newSuggestion) {
        boolean follows = !isChanged();
        suggestion = newSuggestion;
        follow(follows);
    }

    private void follow(boolean follows) {
        if (follows) {
            text.set(usual());
        }
    }

    private void check(String value) {
        try {
            TrainingArguments.defaults().with(java.util.Map.of(name(), value));
            problem.set("");
        } catch (ArgumentException impossible) {
            problem.set(String.valueOf(impossible.getMessage()));
        }
    }
}
