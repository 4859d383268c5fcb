package org.posewright.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import org.posewright.assets.Assets;

/** A look of the window. */
public enum Theme {
    DARK("tokens-dark.css"),
    LIGHT("tokens-light.css");

    private final String tokenSheet;

    Theme(String tokenSheet) {
        this.tokenSheet = tokenSheet;
    }

    /** The sheet that styles JavaFX's own controls. */
    String userAgentSheet() {
        return this == DARK ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    /** The program's sheets, tokens first. */
    public List<String> sheets() {
        return List.of(
                Assets.url("styles/" + tokenSheet).toExternalForm(),
                Assets.url("styles/posewright.css").toExternalForm(),
                Assets.url("styles/controlsfx-bridge.css").toExternalForm());
    }

    /** The colours that canvas layers paint with. */
    public ThemeTokens tokens() {
        return ThemeTokens.parse(Assets.text("styles/" + tokenSheet));
    }

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }
}
