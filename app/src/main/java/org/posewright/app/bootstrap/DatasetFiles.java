package org.posewright.app.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.posewright.annotations.edit.DatasetFrame;
import org.posewright.annotations.edit.DatasetStore;
import org.posewright.annotations.edit.EditSession;
import org.posewright.annotations.edit.journal.JournalIdentity;
import org.posewright.annotations.edit.journal.JournalLocation;
import org.posewright.annotations.source.DatasetDescription;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
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
        DatasetDescription about = source.description();
        DatasetStore store =
                new DatasetStore(new DatasetFrame(about.name(), about.root(), about.skeleton(), about.categoryNames()));
        store.list(source.entries().stream().map(ImageEntry::key).toList());
        String format = about.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        JournalLocation location = JournalLocation.forDataset(about.root(), format, userData);
        JournalIdentity identity = new JournalIdentity(format, about.skeleton().size());
        return OpenedDataset.of(source, EditSession.open(store, location, identity, InstantSource.system()));
    }
}
