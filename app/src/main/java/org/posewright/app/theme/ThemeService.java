package org.posewright.app.theme;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Keeps every window in the chosen theme. FX thread only. */
public final class ThemeService {

    private static final List<String> PREFERRED_FONTS =
            List.of("Inter", "Segoe UI Variable Text", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans");

    /** Asked first for Chinese: with another typeface JavaFX drew empty boxes where the system speaks another language. */
    private static final List<String> CHINESE_FONTS = List.of(
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Microsoft YaHei UI",
            "Microsoft YaHei",
            "PingFang SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "Droid Sans Fallback");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.DARK);
    private final ReadOnlyObjectWrapper<ThemeTokens> tokens =
            new ReadOnlyObjectWrapper<>(this, "tokens", Theme.DARK.tokens());
    private final String fontFamily;

    /**
     * @param language what the window speaks
     */
    public ThemeService(Locale language) {
        List<String> installed = Font.getFamilies();
        fontFamily = preferred(language)
                .filter(installed::contains)
                .findFirst()
                .orElse(Font.getDefault().getFamily());
        theme.subscribe(chosen -> {
            Application.setUserAgentStylesheet(chosen.userAgentSheet());
            tokens.set(chosen.tokens());
        });
    }

    static Stream<String> preferred(Locale language) {
        boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? Stream.concat(CHINESE_FONTS.stream(), PREFERRED_FONTS.stream()) : PREFERRED_FONTS.stream();
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

    /** Keeps a scene's ground that of the theme, so that a new window is not white before it is painted. */
    public void ground(Scene scene) {
        scene.fillProperty().bind(tokens.map(ThemeService::ground));
    }

    private static Color ground(ThemeTokens now) {
        return now.color("-color-bg-default");
    }

    /** Gives a node that lives shortly, such as a dialog's pane, the look of now. */
    public void dressOnce(Parent node) {
        node.getStylesheets().setAll(theme.get().sheets());
        node.setStyle(rootStyle());
        if (node.getScene() != null) {
            node.getScene().setFill(ground(tokens.get()));
        }
    }
}
