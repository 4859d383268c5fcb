package org.posewright.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.app.fx.FxWait;
import org.posewright.app.fx.HeadlessFx;

/** Somebody closes the window right after two edits, before the disk has answered to the first: both are there again. */
@ExtendWith(HeadlessFx.class)
class ClosingStoryTest {

    private static final double MOVED = 33;

    @TempDir
    Path folder;

    @Test
    void editsMadeJustBeforeClosingAreKept() throws Exception {
        Path set = TrainingKills.draw(folder);
        ImageKey picture;
        try (StoryWindow window = StoryWindow.open(folder.resolve("home"))) {
            TrainingKills.openDataset(window, set);
            picture = TrainingKills.shown(window);
            FxWait.onFx(() -> {
                var models = window.root().models();
                PersonInstance person =
                        models.editor().record().orElseThrow().people().get(0);
                models.commands()
                        .moveKeypoint(person.id(), 0, 11, person.keypoints().y(0));
                models.commands()
                        .moveKeypoint(person.id(), 0, MOVED, person.keypoints().y(0));
                window.root().close();
                return true;
            });
        }
        try (StoryWindow again = StoryWindow.open(folder.resolve("home"))) {
            TrainingKills.openDataset(again, set);
            FxWait.onFx(() -> {
                again.root().models().workspace().imageProperty().set(picture);
                return true;
            });
            assertThat(TrainingKills.point(again)).isEqualTo(MOVED);
        }
    }
}
