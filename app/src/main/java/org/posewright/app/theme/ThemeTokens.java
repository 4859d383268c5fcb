package org.posewright.app.theme;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** The colours of a token sheet by name, so that what is painted on a canvas follows the same sheet as what CSS styles. */
public final class ThemeTokens {

    private static final Pattern TOKEN = Pattern.compile("(-(?:pw|color)-[a-z0-9-]+):\\s*([^;]+);");

    private final Map<String, Color> colors;

    private ThemeTokens(Map<String, Color> colors) {
        this.colors = colors;
    }

    static ThemeTokens parse(String sheet) {
        Map<String, Color> colors = new HashMap<>();
        Matcher matcher = TOKEN.matcher(sheet);
        while (matcher.find()) {
            colors.put(matcher.group(1), Color.web(matcher.group(2).trim()));
        }
        return new ThemeTokens(Map.copyOf(colors));
    }

    /** All tokens that the sheet defines. */
    Set<String> names() {
        return colors.keySet();
    }

    /**
     * The colour of a token such as {@code -pw-left}.
     *
     * @throws IllegalArgumentException if the sheet does not define it
     */
    public Color color(String token) {
        Color color = colors.get(token);
        if (color == null) {
            throw new IllegalArgumentException("the token sheet defines no " + token);
        }
        return color;
    }
}
