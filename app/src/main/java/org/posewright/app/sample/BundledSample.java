package org.posewright.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.download.Unpacker;
import org.posewright.assets.Assets;

/** The sample dataset that comes with the program, unpacked once into a folder of the person's. */
public final class BundledSample {

    private static final String ARCHIVE = "sample/sample-pose.zip";
    private static final String NAME = "sample-pose";

    private final Path folder;

    /**
     * @param folder holds the unpacked dataset; made when needed
     */
    public BundledSample(Path folder) {
        this.folder = folder;
    }

    /** The folder that the dataset has once it is unpacked. */
    public Path place() {
        return folder.resolve(NAME);
    }

    /**
     * The dataset's folder. What is there already is left alone, since somebody may have corrected labels in it; a broken-off
     * unpacking leaves nothing under the final name.
     *
     * @throws IOException if the disk refuses
     */
    public Path unpacked(ProgressListener progress, CancellationToken token) throws IOException {
        Path target = place();
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(folder);
        Path work = Files.createTempDirectory(folder, "unpacking");
        try {
            Path archive = work.resolve("sample.zip");
            try (InputStream in = Assets.url(ARCHIVE).openStream()) {
                Files.copy(in, archive);
            }
            new Unpacker().unpack(archive, work, progress, token);
            Files.move(work.resolve(NAME), target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteAll(work);
        }
        return target;
    }

    private static void deleteAll(Path root) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
