package org.posewright.app.viewmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.save.EditableDataset;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.app.bootstrap.EditorModels;
import org.posewright.app.task.DirectTaskService;
import org.posewright.app.text.Messages;
import org.posewright.app.viewmodel.editor.Picture;
import org.posewright.app.viewmodel.model.ModelLibrary;
import org.posewright.app.viewmodel.session.OpenedDataset;

/** The view-models of a window on real files, without a toolkit: every job runs at once. */
public final class SmallEditor {

    private SmallEditor() {}

    /** Writes a {@link SmallDataset} to the folder {@code set} and opens it. */
    public static EditorModels open(Path folder, List<Throwable> failures) throws IOException {
        SmallDataset.write(folder.resolve("set"));
        EditorModels models = closed(folder, failures);
        models.opening().open(OpenRequest.of(folder.resolve("set")));
        return models;
    }

    /** Nothing open yet, and no model to be had. */
    public static EditorModels closed(Path folder, List<Throwable> failures) {
        return reading(folder, failures, UnaryOperator.identity());
    }

    /**
     * Nothing open yet, and no model to be had.
     *
     * @param seenAs what stands between the files and the window
     */
    public static EditorModels reading(Path folder, List<Throwable> failures, UnaryOperator<DatasetSource> seenAs) {
        return make(folder, failures, seenAs, (file, wish, purpose) -> {
            throw new IllegalStateException("no model in this test");
        });
    }

    /** Nothing open yet. */
    public static EditorModels running(Path folder, List<Throwable> failures, ModelLibrary models) {
        return make(folder, failures, UnaryOperator.identity(), models);
    }

    private static EditorModels make(
            Path folder, List<Throwable> failures, UnaryOperator<DatasetSource> seenAs, ModelLibrary models) {
        return new EditorModels(new EditorModels.Services(
                new DirectTaskService(),
                (request, progress, token) -> {
                    DatasetSource source = seenAs.apply(new DatasetRecognizer().open(request, progress, token));
                    return OpenedDataset.of(
                            source, EditableDataset.open(source, folder.resolve("user"), InstantSource.system()));
                },
                models,
                file -> new Picture(new ImageSize(1, 1), new int[1]),
                new Messages(Locale.ENGLISH),
                (what, why) -> failures.add(why)));
    }
}
