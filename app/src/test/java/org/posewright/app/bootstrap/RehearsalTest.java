package org.posewright.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.posewright.app.fx.FxWait.onFx;
import static org.posewright.app.fx.FxWait.until;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.edit.EditHistory;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Provenance;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.fx.HeadlessFx;
import org.posewright.app.task.FxTaskService;
import org.posewright.app.task.HeldTaskService;
import org.posewright.app.task.Lane;
import org.posewright.app.text.Messages;
import org.posewright.app.theme.ThemeService;
import org.posewright.app.view.editor.CanvasArea;
import org.posewright.app.viewmodel.SmallDataset;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The rehearsal of a drag leaves everything as it was, also when a person's edit has not reached the disk yet. */
@ExtendWith(HeadlessFx.class)
class RehearsalTest {

    private static final long PATIENCE_SECONDS = 180;
    private static final double MOVE = 3;

    @TempDir
    Path folder;

    private final List<Throwable> failures = new ArrayList<>();
    private HeldTaskService tasks;
    private EditorModels models;
    private CanvasArea area;
    private Rehearsal rehearsal;
    private double wanted = Double.NaN;

    @Test
    void anEditThatIsOnItsWayStays() throws Exception {
        Stage stage = rehearsed(() -> models.editor().sceneProperty().subscribe(scene -> editOnce()));
        onFx(() -> {
            tasks.release();
            return true;
        });
        until(() -> !history().isBusy() && history().canUndo());
        assertThat(onFx(() -> person().keypoints().x(0))).isEqualTo(wanted);
        assertThat(onFx(() -> history().undoSteps())).hasSize(1);
        assertThat(failures).isEmpty();
        close(stage);
    }

    @Test
    void withoutAnEditThereIsNothingToTakeBack() throws Exception {
        Stage stage = rehearsed(() -> tasks.release());
        until(() -> !history().isBusy());
        assertThat(onFx(() -> history().undoSteps())).isEmpty();
        assertThat(onFx(() -> person().keypoints().get(0).provenance())).isEqualTo(Provenance.FILE);
        assertThat(onFx(() -> area.position().getText()))
                .as("the place of a pointer that nobody moved")
                .isEmpty();
        assertThat(failures).isEmpty();
        close(stage);
    }

    /** Opens a dataset in a window and waits for the end of the rehearsal. */
    private Stage rehearsed(Runnable beforeOpening) throws Exception {
        Path set = folder.resolve("set");
        SmallDataset.write(set);
        Stage stage = FxToolkit.registerPrimaryStage();
        onFx(() -> {
            makeWindow(stage);
            beforeOpening.run();
            models.opening().open(OpenRequest.of(set));
            return true;
        });
        until(() -> rehearsal.isDone());
        return stage;
    }

    private void close(Stage stage) throws Exception {
        onFx(() -> {
            models.opening().close();
            tasks.close();
            stage.hide();
            return true;
        });
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
    }

    private void makeWindow(Stage stage) {
        tasks = new HeldTaskService(new FxTaskService(), Lane.JOURNAL);
        Messages messages = new Messages(Locale.ENGLISH);
        models = new EditorModels(new EditorModels.Services(
                tasks,
                new DatasetFiles(folder.resolve("data")),
                new ModelShelf(folder.resolve("cache")),
                new PictureFiles(),
                messages,
                (what, why) -> failures.add(why)));
        area = new CanvasArea(
                models.editor(), models.canvasEditing(), models.pictures(), new ThemeService(Locale.ROOT), messages);
        rehearsal = new Rehearsal(models, area, tasks);
        stage.setScene(new Scene(area, 640, 480));
        stage.show();
    }

    /** The first thing that happens once labels are there, before the rehearsal. */
    private void editOnce() {
        if (Double.isNaN(wanted) && models.editor().record().isPresent()) {
            PersonInstance person = person();
            wanted = person.keypoints().x(0) + MOVE;
            models.commands()
                    .moveKeypoint(person.id(), 0, wanted, person.keypoints().y(0));
        }
    }

    private PersonInstance person() {
        return models.editor().record().orElseThrow().people().get(0);
    }

    private EditHistory history() {
        return models.workspace().session().orElseThrow().history();
    }
}
