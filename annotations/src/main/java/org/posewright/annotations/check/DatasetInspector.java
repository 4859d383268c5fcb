package org.posewright.annotations.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.DatasetDescription;
import org.posewright.annotations.source.DatasetKind;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.LoadedImage;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Reads a whole dataset and tells every problem. Stateless and thread-safe; changes nothing on disk. */
public final class DatasetInspector {

    /**
     * @throws IOException if a file fails in a way that is no property of the dataset
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public InspectionReport inspect(DatasetSource source, ProgressListener progress, CancellationToken token)
            throws IOException {
        return inspect(source, Map.of(), progress, token);
    }

    /**
     * As {@link #inspect(DatasetSource, ProgressListener, CancellationToken)}, with edits that are not in the files.
     *
     * @param edited pictures whose labels of now differ from their files
     */
    public InspectionReport inspect(
            DatasetSource source, Map<ImageKey, LoadedImage> edited, ProgressListener progress, CancellationToken token)
            throws IOException {
        DatasetDescription about = source.description();
        List<Diagnosis> diagnoses = new ArrayList<>();
        about.findings().forEach(finding -> diagnoses.add(Diagnosis.of(finding)));
        SkeletonChecks.check(about.skeleton(), about.root(), diagnoses::add);
        SplitChecks.check(source, diagnoses::add);
        List<ImageEntry> entries = source.entries();
        ImageChecks images = new ImageChecks(about.skeleton());
        long people = 0;
        for (int i = 0; i < entries.size(); i++) {
            token.throwIfCancelled();
            LoadedImage loaded = current(source.load(entries.get(i)), edited);
            people += loaded.image().people().size();
            images.check(loaded, diagnoses::add);
            progress.progress(i + 1L, entries.size(), "checking labels");
        }
        progress.progress(entries.size(), entries.size(), "comparing pictures");
        PictureContentChecks.check(entries, token, diagnoses::add);
        if (about.kind() == DatasetKind.YOLO) {
            LabelFileChecks.check(source, diagnoses::add);
        }
        return new InspectionReport(diagnoses, entries.size(), people);
    }

    private static LoadedImage current(LoadedImage inFile, Map<ImageKey, LoadedImage> edited) {
        LoadedImage now = edited.get(inFile.image().key());
        return now == null ? inFile : new LoadedImage(now.image(), now.origin(), inFile.findings());
    }
}
