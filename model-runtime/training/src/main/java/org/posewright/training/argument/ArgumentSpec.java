package org.posewright.training.argument;

import org.jspecify.annotations.Nullable;

/**
 * One argument.
 *
 * @param defaultText as a person would type it; {@code none} for nothing
 * @param meaning a short phrase for help and dialogs
 */
public record ArgumentSpec(String name, ArgumentType type, String defaultText, String meaning) {

    private static final String WITHOUT_EFFECT = "no effect";

    /** Whether the reference knows the argument but nothing here depends on it. */
    public boolean isWithoutEffect() {
        return meaning.startsWith(WITHOUT_EFFECT);
    }

    public @Nullable Object defaultValue() {
        return type.parse(name, defaultText);
    }
}
