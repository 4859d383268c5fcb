package org.posewright.app.download;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.posewright.annotations.model.Sentence;
import org.posewright.app.text.ByteSize;

/** How much of a disk COCO-Pose takes while it is fetched, and how much there is. Looks at files; for a job. */
public final class CocoPoseRoom {

    private final Stores stores;

    public CocoPoseRoom() {
        this(Files::getFileStore);
    }

    CocoPoseRoom(Stores stores) {
        this.stores = stores;
    }

    /** Tells the disk of a file that exists. */
    @FunctionalInterface
    interface Stores {
        FileStore of(Path existing) throws IOException;
    }

    /**
     * What was measured.
     *
     * @param neededBytes at the worst moment, over what is there already: an archive goes only when it is unpacked
     * @param freeBytes on the disk; {@link Long#MAX_VALUE} where it does not say
     * @param place the folder that is on the disk
     */
    public record Room(long neededBytes, long freeBytes, Path place) {
        public boolean isEnough() {
            return neededBytes <= freeBytes;
        }
    }

    /**
     * @param parent folder in which {@code coco-pose} is made; need not exist
     */
    public Room measure(DatasetCatalog.Choice choice, Path parent) throws IOException {
        Path dataset = parent.resolve(CocoPoseFetch.FOLDER);
        long kept = 0;
        long most = 0;
        for (DatasetCatalog.Part part : choice.files()) {
            if (!Files.exists(CocoPoseFetch.mark(dataset, part))) {
                long arrived = arrived(dataset, part);
                long unpacking = Math.max(0, part.unpackedBytes() - unpacked(dataset, part));
                most = Math.max(most, kept + Math.max(0, part.archiveBytes() - arrived) + unpacking);
                kept += unpacking - arrived;
            }
        }
        return new Room(most, free(parent), parent);
    }

    /**
     * @throws DownloadException if the disk has too little room, saying how much is needed and free, and where
     */
    void require(DatasetCatalog.Choice choice, Path parent) throws IOException {
        Room room = measure(choice, parent);
        if (!room.isEnough()) {
            throw new DownloadException(Sentence.of(
                    "download.no-room",
                    "COCO-Pose needs about {0} in {1}, and {2} are free there; choose another folder, choose less, or make room",
                    ByteSize.of(room.neededBytes()),
                    room.place(),
                    ByteSize.of(room.freeBytes())));
        }
    }

    private static long arrived(Path dataset, DatasetCatalog.Part part) throws IOException {
        Path archive = CocoPoseFetch.archive(dataset, part);
        long size = 0;
        for (Path file : List.of(archive, Downloader.part(archive))) {
            size += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        return size;
    }

    /** What a broken-off try unpacked: it does so only from a whole archive, into a folder of the archive's name. */
    private static long unpacked(Path dataset, DatasetCatalog.Part part) throws IOException {
        Path archive = CocoPoseFetch.archive(dataset, part);
        String name = part.file().fileName();
        Path folder = dataset.resolve(part.unpackInto()).resolve(name.substring(0, name.lastIndexOf('.')));
        if (!Files.isRegularFile(archive) || !Files.isDirectory(folder)) {
            return 0;
        }
        long size = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                size += Files.size(file);
            }
        }
        return size;
    }

    /** Some network drives say nothing; they are not refused for it. */
    private long free(Path folder) throws IOException {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        FileStore store = stores.of(existing);
        return store.getTotalSpace() > 0 ? store.getUsableSpace() : Long.MAX_VALUE;
    }
}
