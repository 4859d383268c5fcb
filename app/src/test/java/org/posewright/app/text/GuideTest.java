package org.posewright.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.posewright.assets.Assets;

/** The guide in the repository and the guide in the window say the same. */
class GuideTest {

    @Test
    void everySectionOfTheWindowStandsInTheFile() throws IOException {
        String file = Files.readString(Path.of("../docs/guide.md"));
        ResourceBundle setup = ResourceBundle.getBundle(Assets.messageBundle("setup"), Locale.ROOT);
        assertThat(setup.keySet().stream().filter(key -> key.startsWith("guide.")))
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        key -> assertThat(file).contains(setup.getString(key).replace("Shortcut+", "Ctrl+")));
    }
}
