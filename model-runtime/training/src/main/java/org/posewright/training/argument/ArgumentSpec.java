package org.posewright.training.argument;

import org.jspecify.annotations.Nullable;

/**
 * One argument.
 *
 * @param defaultText as a person would type it; {@code none} for nothing
 * @param meaning a short phrase for help and dialogs
 */
public record ArgumentSpec(String name, ArgumentType type, String defaultText, String meaning) {

    public @Nullable Object defaultValue() {
        return type.parse(name, defaultText);
    }
}
