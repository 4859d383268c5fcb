package org.posewright.app.gallery;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.posewright.annotations.model.ImageKey;
import org.posewright.app.canvas.layer.TextWidths;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.theme.ThemeTokens;

/** What all tiles share: theme, fonts, measured names. */
final class TileLook {

    private static final int NAMES_REMEMBERED = 4000;

    private final ThemeService theme;
    private final Font nameFont;
    private final Font badgeFont;
    private final TextWidths names;
    private final TextWidths badges;
    private final Map<String, String> shortened = new HashMap<>();

    TileLook(ThemeService theme) {
        this.theme = theme;
        nameFont = Font.font(theme.fontFamily(), 11);
        badgeFont = Font.font(theme.fontFamily(), FontWeight.BOLD, 11);
        names = new TextWidths(nameFont);
        badges = new TextWidths(badgeFont);
    }

    ThemeTokens tokens() {
        return theme.tokensProperty().get();
    }

    Font nameFont() {
        return nameFont;
    }

    Font badgeFont() {
        return badgeFont;
    }

    double nameWidth(String text) {
        return names.of(text);
    }

    double badgeWidth(String text) {
        return badges.of(text);
    }

    /** A name that fits; long ones keep their end, which is what tells them apart. Zeros in front of a number say nothing. */
    String name(ImageKey key, double room) {
        String name = key.fileName().replaceFirst("^0+(?=[0-9])", "");
        String cacheKey = Math.round(room) + "/" + name;
        String known = shortened.get(cacheKey);
        if (known == null) {
            known = shorten(name, room);
            if (shortened.size() > NAMES_REMEMBERED) {
                shortened.clear();
            }
            shortened.put(cacheKey, known);
        }
        return known;
    }

    private String shorten(String name, double room) {
        if (names.of(name) <= room) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        if (names.of(stem) <= room) {
            return stem;
        }
        double perCharacter = names.of(stem) / stem.length();
        int kept = (int) (room / perCharacter) - 1;
        return kept < 3 ? "" : "…" + stem.substring(Math.max(0, stem.length() - kept));
    }
}
