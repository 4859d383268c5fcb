package org.posewright.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.source.DatasetDescription;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import picocli.CommandLine;

/** Which dataset a command works on. */
final class DataArguments {

    @CommandLine.Option(names = "data", required = true, description = "a dataset folder, a data yaml, or a COCO json")
    private Path data;

    @CommandLine.Option(names = "images", description = "folder of a COCO json's pictures; default: looked for")
    private @Nullable Path images;

    @CommandLine.Option(
            names = "datasets_dir",
            description = "folder that a yaml's relative path may be relative to; default: looked for around the yaml")
    private @Nullable Path datasetsFolder;

    /** Lists the pictures; labels are read when they are asked for. */
    DatasetSource open(ProgressListener progress) throws IOException {
        OpenRequest request = new OpenRequest(
                data, Optional.empty(), Optional.ofNullable(images), Optional.ofNullable(datasetsFolder));
        return new DatasetRecognizer().open(request, progress, CancellationToken.NONE);
    }

    /**
     * The pictures of one split, or of all when {@code split} is null; at least one.
     *
     * @throws CommandFailure if there is none, naming the splits that have some
     */
    static List<ImageEntry> entries(DatasetSource source, @Nullable String split) {
        List<ImageEntry> entries = split == null ? source.entries() : source.entries(split);
        if (entries.isEmpty()) {
            List<String> others = source.description().splits().stream()
                    .filter(count -> count.images() > 0)
                    .map(DatasetDescription.SplitCount::split)
                    .toList();
            throw new CommandFailure("the dataset " + source.description().name() + " has no pictures"
                    + (split == null ? "" : " in split " + split) + "; "
                    + (others.isEmpty() ? "check the folder" : "choose split=" + String.join(" or split=", others)));
        }
        return entries;
    }
}
