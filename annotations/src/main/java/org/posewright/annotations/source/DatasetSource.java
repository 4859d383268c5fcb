package org.posewright.annotations.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.posewright.annotations.coco.CocoFile;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** An opened dataset: its pictures are listed, their labels are read when asked for. Implementations are thread-safe. */
public interface DatasetSource {

    DatasetDescription description();

    /** All pictures, split by split, in the order that trainers use; each once, under the first split that has it. */
    List<ImageEntry> entries();

    /**
     * Reads the labels of one picture, anew at each call. A missing or damaged picture or label file is a finding, not an exception.
     *
     * @throws IOException if a label file exists and cannot be read
     */
    LoadedImage load(ImageEntry entry) throws IOException;

    /** The pictures of one split, also those that an earlier split has, too. */
    default List<ImageEntry> entries(String split) {
        return entries().stream().filter(entry -> entry.split().equals(split)).toList();
    }

    /** The COCO files that labels come from; empty for other kinds. */
    default List<CocoFile> cocoFiles() {
        return List.of();
    }

    /**
     * Loads many pictures.
     *
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    default LoadedDataset loadAll(List<ImageEntry> wanted, ProgressListener progress, CancellationToken token)
            throws IOException {
        List<ImageRecord> images = new ArrayList<>(wanted.size());
        List<Finding> findings = new ArrayList<>();
        for (ImageEntry entry : wanted) {
            token.throwIfCancelled();
            LoadedImage loaded = load(entry);
            images.add(loaded.image());
            findings.addAll(loaded.findings());
            progress.progress(images.size(), wanted.size(), "reading labels");
        }
        DatasetDescription about = description();
        Dataset dataset = new Dataset(about.name(), about.root(), about.skeleton(), about.categoryNames(), images);
        return new LoadedDataset(dataset, findings);
    }

    /** A dataset in memory and what was wrong with its files. */
    record LoadedDataset(Dataset dataset, List<Finding> findings) {
        public LoadedDataset {
            findings = List.copyOf(findings);
        }
    }
}
