package org.posewright.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.source.DatasetDescription;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import picocli.CommandLine;

/** The arguments that name a dataset and one of its splits. */
final class DatasetArguments {

    @CommandLine.Option(names = "data", required = true, description = "dataset: folder, yaml or COCO json")
    private Path data;

    @CommandLine.Option(names = "split", defaultValue = "val", description = "split (${DEFAULT-VALUE})")
    private String split;

    @CommandLine.Option(names = "images", description = "folder of a COCO json's pictures")
    private @Nullable Path images;

    /** An opened dataset and the pictures of one split, at least one. */
    record Split(DatasetSource source, List<ImageEntry> entries) {}

    Split open() throws IOException {
        return open(data, images, split);
    }

    /**
     * @throws CommandFailure if the split is empty, naming those that are not
     */
    static Split open(Path data, @Nullable Path images, String split) throws IOException {
        OpenRequest request = OpenRequest.of(data);
        DatasetSource source = new DatasetRecognizer()
                .open(
                        images == null ? request : request.withImages(images),
                        ProgressListener.NONE,
                        CancellationToken.NONE);
        List<ImageEntry> entries = source.entries(split);
        if (entries.isEmpty()) {
            List<String> others = source.description().splits().stream()
                    .filter(count -> count.images() > 0)
                    .map(DatasetDescription.SplitCount::split)
                    .toList();
            throw new CommandFailure(data + " has no pictures in split " + split + "; "
                    + (others.isEmpty() ? "it has none at all" : "choose split=" + String.join(" or split=", others)));
        }
        return new Split(source, entries);
    }
}
