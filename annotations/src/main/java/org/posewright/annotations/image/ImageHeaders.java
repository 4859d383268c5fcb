package org.posewright.annotations.image;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.bmp.BmpHeaderDirectory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.heif.HeifDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegDnlReader;
import com.drew.metadata.jpeg.JpegReader;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Sentence;

/** Reads picture headers without decoding a pixel. Stateless and thread-safe. */
public final class ImageHeaders {

    private static final int BRAND_END = 12;
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final List<JpegSegmentMetadataReader> JPEG_READERS =
            List.of(new JpegReader(), new JpegDnlReader(), new ExifReader());

    private static final Sentence REPLACE =
            Sentence.of("image.remedy.replace", "replace it or take it out of the dataset");

    /** Where a format keeps width and height. */
    private record SizeTags(Class<? extends Directory> directory, int widthTag, int heightTag) {}

    private static final List<SizeTags> SIZE_TAGS = List.of(
            new SizeTags(JpegDirectory.class, JpegDirectory.TAG_IMAGE_WIDTH, JpegDirectory.TAG_IMAGE_HEIGHT),
            new SizeTags(PngDirectory.class, PngDirectory.TAG_IMAGE_WIDTH, PngDirectory.TAG_IMAGE_HEIGHT),
            new SizeTags(
                    BmpHeaderDirectory.class, BmpHeaderDirectory.TAG_IMAGE_WIDTH, BmpHeaderDirectory.TAG_IMAGE_HEIGHT),
            new SizeTags(WebpDirectory.class, WebpDirectory.TAG_IMAGE_WIDTH, WebpDirectory.TAG_IMAGE_HEIGHT),
            new SizeTags(HeifDirectory.class, HeifDirectory.TAG_IMAGE_WIDTH, HeifDirectory.TAG_IMAGE_HEIGHT),
            new SizeTags(
                    ExifIFD0Directory.class, ExifDirectoryBase.TAG_IMAGE_WIDTH, ExifDirectoryBase.TAG_IMAGE_HEIGHT));

    /**
     * @throws NoSuchFileException if there is no such file
     * @throws ImageHeaderException if it is not a picture that can be understood
     * @throws IOException if it cannot be read
     */
    public ImageHeader read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ImageHeaderException(
                    file, Sentence.of("image.header.folder", "it is a folder, not a picture"), REPLACE, null);
        }
        if (Files.size(file) == 0) {
            throw new ImageHeaderException(file, Sentence.of("image.header.empty", "the file is empty"), REPLACE, null);
        }
        try (InputStream raw = Files.newInputStream(file);
                BufferedInputStream in = new BufferedInputStream(raw, BUFFER_BYTES)) {
            Optional<ImageHeader> rare = RareHeaders.read(in);
            if (rare.isPresent()) {
                return rare.get();
            }
            boolean avif = isAvif(in);
            FileType type = avif ? FileType.Heif : FileTypeDetector.detectFileType(in);
            ImageFormat format = (avif ? Optional.of(ImageFormat.AVIF) : formatOf(type))
                    .orElseThrow(() -> new ImageHeaderException(
                            file,
                            Sentence.of("image.header.format", "it is not a picture in a known format"),
                            REPLACE,
                            null));
            Metadata metadata = readMetadata(in, type, file);
            ImageSize size = sizeOf(metadata)
                    .orElseThrow(() -> new ImageHeaderException(
                            file,
                            Sentence.of("image.header.size", "its header states no valid width and height"),
                            REPLACE,
                            null));
            return new ImageHeader(format, size, orientationOf(metadata), FileEndings.check(file, format));
        }
    }

    private static Metadata readMetadata(BufferedInputStream in, FileType type, Path file) throws IOException {
        try {
            return type == FileType.Jpeg
                    ? JpegMetadataReader.readMetadata(in, JPEG_READERS)
                    : ImageMetadataReader.readMetadata(in, Files.size(file), type);
        } catch (ImageProcessingException | java.io.EOFException e) {
            throw new ImageHeaderException(
                    file,
                    Sentence.of("image.header.damaged", "its header is damaged ({0})", String.valueOf(e.getMessage())),
                    REPLACE,
                    e);
        }
    }

    /** AVIF has HEIF's boxes under a brand of its own, which the library's detector does not know. */
    private static boolean isAvif(BufferedInputStream in) throws IOException {
        in.mark(BRAND_END);
        String start = new String(in.readNBytes(BRAND_END), StandardCharsets.ISO_8859_1);
        in.reset();
        return start.endsWith("ftypavif") || start.endsWith("ftypavis");
    }

    private static Optional<ImageFormat> formatOf(FileType type) {
        return Optional.ofNullable(
                switch (type) {
                    case Jpeg -> ImageFormat.JPEG;
                    case Png -> ImageFormat.PNG;
                    case Bmp -> ImageFormat.BMP;
                    case WebP -> ImageFormat.WEBP;
                    case Tiff -> ImageFormat.TIFF;
                    case Heif -> ImageFormat.HEIF;
                    default -> null;
                });
    }

    private static Optional<ImageSize> sizeOf(Metadata metadata) {
        for (SizeTags tags : SIZE_TAGS) {
            for (Directory directory : metadata.getDirectoriesOfType(tags.directory)) {
                Integer width = directory.getInteger(tags.widthTag);
                Integer height = directory.getInteger(tags.heightTag);
                if (width != null && height != null && width > 0 && height != 0) {
                    return Optional.of(new ImageSize(width, Math.abs(height)));
                }
            }
        }
        return Optional.empty();
    }

    private static int orientationOf(Metadata metadata) {
        return metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream()
                .map(directory -> directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION))
                .filter(Objects::nonNull)
                .filter(value -> value >= 1 && value <= 8)
                .findFirst()
                .orElse(1);
    }
}
