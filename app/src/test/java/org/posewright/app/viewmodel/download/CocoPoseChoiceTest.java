package org.posewright.app.viewmodel.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.app.download.CocoPoseRoom;
import org.posewright.app.download.DatasetCatalog;
import org.posewright.app.download.DatasetCatalog.Extent;
import org.posewright.app.task.DirectTaskService;

/** The room follows what is chosen. */
class CocoPoseChoiceTest {

    @TempDir
    Path folder;

    @Test
    void roomFollowsExtentAndFolder() {
        DatasetCatalog catalog = new DatasetCatalog(DatasetCatalog.COCO, DatasetCatalog.LABELS);
        CocoPoseChoice chosen =
                new CocoPoseChoice(new DirectTaskService(), new CocoPoseRoom(), catalog.choice(Extent.LABELS), folder);
        long labels = chosen.roomProperty().get().neededBytes();
        chosen.choiceProperty().set(catalog.choice(Extent.EVERYTHING));
        assertThat(chosen.roomProperty().get().neededBytes()).isGreaterThan(labels);
        chosen.folderProperty().set(folder.resolve("elsewhere"));
        assertThat(chosen.roomProperty().get().place()).isEqualTo(folder.resolve("elsewhere"));
    }
}
