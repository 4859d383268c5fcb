package org.posewright.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.inference.PictureFiles;
import picocli.CommandLine;

/** Where pictures come from: one file, a folder of pictures, or a split of a dataset. */
final class SourceArguments {

    @CommandLine.Option(
            names = "source",
            required = true,
            description = "a picture, a folder of pictures, or a dataset (folder, yaml or COCO json)")
    private Path source;

    @CommandLine.Option(names = "split", defaultValue = "val", description = "split of a dataset (${DEFAULT-VALUE})")
    private String split;

    @CommandLine.Option(names = "images", description = "folder of a COCO json's pictures")
    private @Nullable Path images;

    /** The pictures in order; never empty. */
    List<Path> pictures() throws IOException {
        if (!Files.exists(source)) {
            throw new CommandFailure("source=" + source + " does not exist; check the path");
        }
        if (Files.isRegularFile(source) && PictureFiles.hasPictureEnding(source)) {
            return List.of(source);
        }
        List<Path> direct = Files.isDirectory(source) ? PictureFiles.in(source) : List.of();
        List<Path> pictures = direct.isEmpty() ? ofDataset() : direct;
        if (pictures.isEmpty()) {
            throw new CommandFailure(
                    "source=" + source + " holds no pictures; name a picture, a folder of pictures or a dataset");
        }
        return pictures;
    }

    private List<Path> ofDataset() throws IOException {
        OpenRequest request = OpenRequest.of(source);
        DatasetSource opened = new DatasetRecognizer()
                .open(
                        images == null ? request : request.withImages(images),
                        ProgressListener.NONE,
                        CancellationToken.NONE);
        return DataArguments.entries(opened, split).stream()
                .map(ImageEntry::file)
                .toList();
    }
}
