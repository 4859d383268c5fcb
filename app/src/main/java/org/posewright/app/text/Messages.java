package org.posewright.app.text;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.posewright.assets.Assets;

/** The words of one language. Patterns are {@link MessageFormat}'s; numbers come formatted by the caller where format matters. */
public final class Messages {

    /** What the texts call {@code Shortcut+} is a key of the system's own. */
    private static final String COMMAND_KEY =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "⌘" : "Ctrl+";

    private final Map<String, String> patterns;
    private final Locale locale;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    public Messages(Locale locale) {
        this.locale = locale;
        Map<String, String> all = new HashMap<>();
        for (String part : Assets.MESSAGES) {
            ResourceBundle bundle = bundle(part, locale);
            for (String key : bundle.keySet()) {
                if (all.put(key, bundle.getString(key)) != null) {
                    throw new IllegalStateException("two message files have the key " + key);
                }
            }
        }
        this.patterns = Map.copyOf(all);
    }

    private static ResourceBundle bundle(String part, Locale locale) {
        // Without the control, English asked for on a German system would be German: no file is named for English.
        return ResourceBundle.getBundle(
                Assets.messageBundle(part),
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The text of a key.
     *
     * @throws MissingResourceException if there is none, which a test forbids
     */
    public String text(String key, Object... arguments) {
        if (arguments.length == 0) {
            return pattern(key);
        }
        // Parsing a pattern costs more than filling it in, and some are filled in at every move of the pointer.
        MessageFormat format = formats.computeIfAbsent(key, name -> new MessageFormat(pattern(name), locale));
        synchronized (format) {
            return format.format(arguments);
        }
    }

    private String pattern(String key) {
        return optional(key)
                .orElseThrow(() -> new MissingResourceException("no text for " + key, Messages.class.getName(), key))
                .replace("Shortcut+", COMMAND_KEY);
    }

    /** The text of a key that not everything has, such as a longer explanation. */
    public Optional<String> optional(String key) {
        return Optional.ofNullable(patterns.get(key));
    }
}
