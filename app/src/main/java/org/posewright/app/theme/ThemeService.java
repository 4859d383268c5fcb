package org.posewright.app.theme;

import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.text.Font;

/** Keeps every window in the chosen theme. FX thread only. */
public final class ThemeService {

    private static final List<String> PREFERRED_FONTS =
            List.of("Inter", "Segoe UI Variable Text", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.DARK);
    private final ReadOnlyObjectWrapper<ThemeTokens> tokens =
            new ReadOnlyObjectWrapper<>(this, "tokens", Theme.DARK.tokens());
    private final String fontFamily;

    public ThemeService() {
        List<String> installed = Font.getFamilies();
        fontFamily = PREFERRED_FONTS.stream()
                .filter(installed::contains)
                .findFirst()
                .orElse(Font.getDefault().getFamily());
        theme.subscribe(chosen -> {
            Application.setUserAgentStylesheet(chosen.userAgentSheet());
            tokens.set(chosen.tokens());
        });
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ReadOnlyObjectProperty<ThemeTokens> tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    /** The typeface for text painted on a canvas; style sheets name it through the root's style. */
    public String fontFamily() {
        return fontFamily;
    }

    /** Style for a root node: the typeface found on this machine. */
    public String rootStyle() {
        return "-fx-font-family: \"" + fontFamily + "\";";
    }

    /** Keeps a scene's or dialog's sheets those of the theme, for as long as the program runs. */
    public void dress(ObservableList<String> stylesheets) {
        theme.subscribe(chosen -> stylesheets.setAll(chosen.sheets()));
    }

    /** Gives a node that lives shortly, such as a dialog's pane, the look of now. */
    public void dressOnce(Parent node) {
        node.getStylesheets().setAll(theme.get().sheets());
        node.setStyle(rootStyle());
    }
}
