package org.posewright.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.posewright.annotations.source.ImageEntry;
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
    private @org.jspecify.annotations.Nullable Path images;

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
                    "source=" + source + " holds no pictures; name a picture, a folder of pictures or a" + " dataset");
        }
        return pictures;
    }

    private List<Path> ofDataset() throws IOException {
        DatasetArguments.Split opened = DatasetArguments.open(source, images, split);
        return opened.entries().stream().map(ImageEntry::file).toList();
    }
}
