package org.posewright.app.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.posewright.annotations.source.DatasetKind;
import org.posewright.annotations.source.DatasetOpenException;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** COCO annotations that lie beside a YOLO dataset and describe the same pictures: their areas and ignored people are exact. */
final class CocoCompanion {

    private final DatasetSource source;
    private final List<ImageEntry> entries;

    private CocoCompanion(DatasetSource source, List<ImageEntry> entries) {
        this.source = source;
        this.entries = entries;
    }

    /** The companion of a split, when one lists every picture of it. */
    static Optional<CocoCompanion> of(DatasetSource dataset, List<ImageEntry> split) throws IOException {
        Path root = dataset.description().root();
        if (dataset.description().kind() != DatasetKind.YOLO || !Files.isDirectory(root)) {
            return Optional.empty();
        }
        DatasetSource coco;
        try {
            coco = new DatasetRecognizer()
                    .open(OpenRequest.of(root).as(DatasetKind.COCO), ProgressListener.NONE, CancellationToken.NONE);
        } catch (DatasetOpenException none) {
            return Optional.empty();
        }
        Set<Path> wanted = new HashSet<>();
        split.forEach(entry -> wanted.add(entry.file()));
        for (String candidate :
                coco.entries().stream().map(ImageEntry::split).distinct().toList()) {
            List<ImageEntry> entries = coco.entries(candidate);
            Set<Path> listed = new HashSet<>();
            entries.forEach(entry -> listed.add(entry.file()));
            if (listed.containsAll(wanted)) {
                return Optional.of(new CocoCompanion(coco, entries));
            }
        }
        return Optional.empty();
    }

    DatasetSource source() {
        return source;
    }

    List<ImageEntry> entries() {
        return entries;
    }
}
