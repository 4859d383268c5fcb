package org.posewright.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Finds what this module brings: style sheets, messages, icons. Paths are relative to this package's resources. */
public final class Assets {

    /** Base name of the messages, for {@link java.util.ResourceBundle}. */
    public static final String MESSAGES = "org.posewright.assets.messages.messages";

    private Assets() {}

    /**
     * The address of a resource.
     *
     * @throws IllegalArgumentException if the module does not hold it
     */
    public static URL url(String path) {
        URL url = Assets.class.getResource(path);
        if (url == null) {
            throw new IllegalArgumentException("the program's assets hold no " + path);
        }
        return url;
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
