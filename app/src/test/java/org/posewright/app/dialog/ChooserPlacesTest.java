package org.posewright.app.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChooserPlacesTest {

    private static final String OPEN = "Open dataset folder";
    private static final String MODEL = "Open model";

    @TempDir
    Path home;

    private ChooserPlaces places;

    @BeforeEach
    void fresh() {
        places = new ChooserPlaces(home.toFile());
    }

    @Test
    void beginsAtHomeRatherThanAmongRecentFiles() {
        assertThat(places.start(OPEN)).isEqualTo(home.toFile());
    }

    @Test
    void beginsWhereTheLastDatasetLies() throws Exception {
        places.startIn(folder("sets"));
        assertThat(places.start(OPEN)).isEqualTo(home.resolve("sets").toFile());
        assertThat(places.start(MODEL)).isEqualTo(home.resolve("sets").toFile());
    }

    @Test
    void eachChooserRemembersItsOwnPlace() throws Exception {
        places.startIn(folder("sets"));
        places.chosen(MODEL, folder("models").resolve("a.onnx").toFile());
        assertThat(places.start(MODEL)).isEqualTo(home.resolve("models").toFile());
        assertThat(places.start(OPEN)).isEqualTo(home.resolve("sets").toFile());
    }

    @Test
    void afterAFolderItsNeighboursAreOffered() throws Exception {
        places.chosen(OPEN, folder("sets/coco8").toFile());
        assertThat(places.start(OPEN)).isEqualTo(home.resolve("sets").toFile());
    }

    @Test
    void aFolderThatIsGoneIsPassedOver() throws Exception {
        places.startIn(home.resolve("gone"));
        places.chosen(OPEN, new File(home.toFile(), "gone too/set"));
        assertThat(places.start(OPEN)).isEqualTo(home.toFile());
    }

    private Path folder(String name) throws Exception {
        return Files.createDirectories(home.resolve(name));
    }
}
