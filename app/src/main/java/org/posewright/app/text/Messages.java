package org.posewright.app.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.posewright.annotations.model.Sentence;
import org.posewright.assets.Assets;

/** The words of one language. Patterns are {@link MessageFormat}'s; numbers come formatted by the caller where format matters. */
public final class Messages {

    /** What the texts call {@code Shortcut+} is a key of the system's own. */
    private static final String COMMAND_KEY =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "⌘" : "Ctrl+";

    private final Map<String, String> patterns;
    private final Locale locale;
    private final Map<String, String> sentences;
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
        this.sentences = sentences(locale);
    }

    private static ResourceBundle bundle(String part, Locale locale) {
        // Without the control, English asked for on a German system would be German: no file is named for English.
        return ResourceBundle.getBundle(
                Assets.messageBundle(part),
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Their English stands in the code that says them. */
    private static Map<String, String> sentences(Locale locale) {
        Properties words = new Properties();
        String file = "messages/sentences_" + locale.getLanguage() + ".properties";
        if (Assets.find(file).isPresent()) {
            try {
                words.load(new StringReader(Assets.text(file)));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return words.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, words::getProperty));
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

    /** What a library says, in English where there is no translation. */
    public String text(Sentence sentence) {
        return sentence.in(said -> sentences.getOrDefault(said.key(), said.pattern()));
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
