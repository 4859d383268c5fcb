package org.posewright.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.app.fx.FxWait;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.viewmodel.SmallDataset;

/** Somebody drags a dataset folder from the file manager onto the welcome page. */
@ExtendWith(HeadlessFx.class)
class DropStoryTest {

    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void droppedFolderIsOpened() throws Exception {
        Path set = SmallDataset.write(folder.resolve("set"));
        try (StoryWindow window = StoryWindow.open(folder.resolve("home"))) {
            Scene shown = FxWait.onFx(window::scene);
            FxWait.onFx(() -> fire(shown, DragEvent.DRAG_OVER, set));
            assertThat(FxWait.onFx(() -> List.copyOf(shown.getRoot().getStyleClass())))
                    .contains("drop-target");
            FxWait.onFx(() -> fire(shown, DragEvent.DRAG_DROPPED, set));
            FxWait.until(
                    PATIENCE_SECONDS,
                    () -> window.root().models().editor().record().isPresent());
            assertThat(FxWait.onFx(() -> window.root()
                            .models()
                            .workspace()
                            .session()
                            .orElseThrow()
                            .source()
                            .description()
                            .root()))
                    .isEqualTo(set);
            assertThat(FxWait.onFx(() -> List.copyOf(shown.getRoot().getStyleClass())))
                    .doesNotContain("drop-target");
        }
    }

    private static boolean fire(Scene scene, EventType<DragEvent> type, Path dropped) {
        Dragboard board = mock(Dragboard.class);
        List<File> files = List.of(dropped.toFile());
        when(board.hasFiles()).thenReturn(true);
        when(board.getFiles()).thenReturn(files);
        when(board.getTransferModes()).thenReturn(EnumSet.of(TransferMode.COPY));
        Event.fireEvent(scene, new DragEvent(type, board, 10, 10, 10, 10, TransferMode.COPY, null, null, null));
        return true;
    }
}
