package org.posewright.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PreferredFontsTest {

    @Test
    void chineseGetsATypefaceThatHasItsGlyphs() {
        assertThat(ThemeService.preferred(Locale.SIMPLIFIED_CHINESE))
                .startsWith("Noto Sans CJK SC")
                .contains("Inter");
        assertThat(ThemeService.preferred(Locale.GERMAN)).startsWith("Inter");
    }
}
