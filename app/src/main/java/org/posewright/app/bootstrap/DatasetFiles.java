package org.posewright.app.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.posewright.annotations.save.EditableDataset;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.viewmodel.session.DatasetLibrary;
import org.posewright.app.viewmodel.session.OpenedDataset;

/** Opens datasets from disk, each with its journal beside it or, where that cannot be written, in the user's own folder. */
final class DatasetFiles implements DatasetLibrary {

    private final Path userData;

    DatasetFiles(Path userData) {
        this.userData = userData;
    }

    @Override
    public OpenedDataset open(OpenRequest request, ProgressListener progress, CancellationToken token)
            throws IOException {
        DatasetSource source = new DatasetRecognizer().open(request, progress, token);
        return OpenedDataset.of(source, EditableDataset.open(source, userData, InstantSource.system()));
    }
}
