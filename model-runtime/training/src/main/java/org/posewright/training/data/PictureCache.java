package org.posewright.training.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.posewright.training.augment.Picture;
import org.posewright.training.augment.PictureFiles;

/** Resized training pictures by number, read from their files or kept somewhere faster. Thread-safe. */
public interface PictureCache {

    Picture get(int index) throws IOException;

    /** Where pictures are kept between uses. */
    enum Place {
        /** Only the last ones, which mosaics take their partners from. */
        NONE,
        /** On the Java heap. */
        RAM,
        /** As raw pixels in a folder of their own. */
        DISK
    }

    /** Decodes and resizes at every call. */
    static PictureCache reading(List<Path> files, int longSide) {
        PictureFiles reader = new PictureFiles();
        return index -> reader.readResized(files.get(index), longSide);
    }

    /** Keeps the last {@code count} pictures that were asked for on the heap. */
    static PictureCache recent(PictureCache origin, int count) {
        Map<Integer, Picture> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Picture> eldest) {
                return size() > count;
            }
        });
        return index -> {
            Picture picture = kept.get(index);
            if (picture == null) {
                picture = origin.get(index);
                kept.put(index, picture);
            }
            return picture;
        };
    }

    /** Keeps what {@code origin} gives on the heap. */
    static PictureCache inMemory(PictureCache origin, int size) {
        AtomicReferenceArray<Picture> kept = new AtomicReferenceArray<>(size);
        return index -> {
            Picture picture = kept.get(index);
            if (picture == null) {
                picture = origin.get(index);
                kept.set(index, picture);
            }
            return picture;
        };
    }

    /** Keeps what {@code origin} gives as files of {@code folder}; a file that is not complete is made again. */
    static PictureCache onDisk(PictureCache origin, Path folder) {
        return index -> {
            Path file = folder.resolve(index + ".bgr");
            Picture kept = Files.exists(file) ? readRaw(file) : null;
            if (kept != null) {
                return kept;
            }
            Picture picture = origin.get(index);
            writeRaw(picture, file);
            return picture;
        };
    }

    private static @Nullable Picture readRaw(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < 2 * Integer.BYTES) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int width = buffer.getInt();
        int height = buffer.getInt();
        if ((long) width * height * Picture.CHANNELS != buffer.remaining()) {
            return null;
        }
        byte[] pixels = new byte[buffer.remaining()];
        buffer.get(pixels);
        return new Picture(width, height, pixels);
    }

    private static void writeRaw(Picture picture, Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(2 * Integer.BYTES + picture.bgr().length);
        buffer.putInt(picture.width()).putInt(picture.height()).put(picture.bgr());
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path partial = file.resolveSibling(
                file.getFileName() + "." + Thread.currentThread().getId() + ".part");
        Files.write(partial, buffer.array());
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
