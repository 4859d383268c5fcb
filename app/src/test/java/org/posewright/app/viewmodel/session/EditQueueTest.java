package org.posewright.app.viewmodel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posewright.annotations.edit.command.EditCommand;
import org.posewright.annotations.edit.command.KeypointEdits;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.save.EditableDataset;
import org.posewright.annotations.save.SaveJob;
import org.posewright.annotations.save.SaveOutcome;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.LoadedImage;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.task.DirectTaskService;
import org.posewright.app.task.HeldTaskService;
import org.posewright.app.task.Lane;
import org.posewright.app.viewmodel.SmallDataset;

/** Edits and a save while the journal's disk takes its time. */
class EditQueueTest {

    @TempDir
    Path folder;

    private final HeldTaskService tasks = new HeldTaskService(new DirectTaskService(), Lane.JOURNAL);
    private final List<Throwable> refused = new ArrayList<>();
    private final List<SaveJob> begun = new ArrayList<>();
    private DatasetSession session;
    private ImageKey key;

    @BeforeEach
    void open() throws IOException {
        DatasetSource source = new DatasetRecognizer()
                .open(
                        OpenRequest.of(SmallDataset.write(folder.resolve("set"))),
                        ProgressListener.NONE,
                        CancellationToken.NONE);
        EditableDataset editing = EditableDataset.open(source, folder.resolve("user"), InstantSource.system());
        List<LoadedImage> loaded = new ArrayList<>();
        for (ImageEntry entry : source.entries()) {
            loaded.add(source.load(entry));
        }
        editing.loaded(loaded);
        session = new DatasetSession(OpenedDataset.of(source, editing), tasks, refused::add);
        key = source.entries().get(0).key();
    }

    @AfterEach
    void close() {
        tasks.release();
        session.close();
    }

    /** What is saved is what the journal says was saved: an edit may not come between. */
    @Test
    void anEditWaitsUntilTheJournalKnowsWhatASaveWrites() {
        session.history().submit(moved(120));
        session.edits().save(session.files()::prepareSave, begun::add, refused::add);
        session.edits().submit(() -> moved(130));
        assertThat(begun).isEmpty();
        assertThat(noseX()).isEqualTo(120);
        tasks.release();
        assertThat(begun).hasSize(1);
        assertThat(noseX()).isEqualTo(130);
        SaveJob job = begun.get(0);
        SaveOutcome outcome = job.run(ProgressListener.NONE, CancellationToken.NONE);
        session.files().endSave(job, outcome);
        assertThat(outcome.isComplete()).isTrue();
        assertThat(session.store().unsavedImages()).containsExactly(key);
        session.history().undo();
        assertThat(session.store().unsavedImages()).isEmpty();
        assertThat(refused).isEmpty();
    }

    @Test
    void aSaveWaitsForTheEditsBeforeIt() {
        session.edits().submit(() -> moved(120));
        session.edits().save(session.files()::prepareSave, begun::add, refused::add);
        assertThat(begun).isEmpty();
        tasks.release();
        SaveJob job = begun.get(0);
        session.files().endSave(job, job.run(ProgressListener.NONE, CancellationToken.NONE));
        assertThat(session.store().unsavedImages()).isEmpty();
    }

    @Test
    void aSaveThatTheJournalCannotNoteDoesNotBegin() {
        session.history().submit(moved(120));
        session.editing().close();
        session.edits().save(session.files()::prepareSave, begun::add, refused::add);
        tasks.release();
        assertThat(begun).isEmpty();
        assertThat(refused).singleElement().asString().contains("journal");
        assertThat(session.store().unsavedImages()).containsExactly(key);
    }

    private EditCommand moved(double x) {
        ImageRecord image = session.store().get(key);
        return new KeypointEdits(session.skeleton(), session.store().pointMemory())
                .move(image, image.people().get(0).id(), 0, x, 40);
    }

    private double noseX() {
        return session.store().get(key).people().get(0).keypoints().x(0);
    }
}
