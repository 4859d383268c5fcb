package org.posewright.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Finds what this module brings: style sheets, messages, icons. Paths are relative to this package's resources. */
public final class Assets {

    /** The message files, a part of the window each, in the folder {@code messages}; a key stands in one of them. */
    public static final List<String> MESSAGES = List.of("commands", "editor", "evaluation", "training", "setup");

    private static final String MESSAGE_PACKAGE = "org.posewright.assets.messages.";

    private Assets() {}

    /**
     * The address of a resource.
     *
     * @throws IllegalArgumentException if the module does not hold it
     */
    public static URL url(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("the program's assets hold no " + path));
    }

    /** The address of a resource that not every build brings; empty where it is not there. */
    public static Optional<URL> find(String path) {
        return Optional.ofNullable(Assets.class.getResource(path));
    }

    /** Base name of a message file, for {@link java.util.ResourceBundle}. */
    public static String messageBundle(String part) {
        return MESSAGE_PACKAGE + part;
    }

    /** The text of a resource, UTF-8. */
    public static String text(String path) {
        try (InputStream in = url(path).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own " + path, e);
        }
    }
}
