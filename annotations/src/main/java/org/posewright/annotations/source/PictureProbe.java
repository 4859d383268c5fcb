package org.posewright.annotations.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.image.ImageFormat;
import org.posewright.annotations.image.ImageHeader;
import org.posewright.annotations.image.ImageHeader.Ending;
import org.posewright.annotations.image.ImageHeaderException;
import org.posewright.annotations.image.ImageHeaders;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Sentence;

/** Looks at a picture's header and says what is wrong with it. Thread-safe. */
final class PictureProbe {

    /** The trainer wants more than this in both directions. */
    private static final int TOO_SMALL_PIXELS = 9;

    private final ImageHeaders headers;

    PictureProbe(ImageHeaders headers) {
        this.headers = headers;
    }

    /**
     * What was seen.
     *
     * @param header empty when the picture is missing or no picture
     */
    record Picture(Optional<ImageHeader> header, List<Finding> findings) {}

    Picture look(Path file, ImageKey key) {
        try {
            ImageHeader header = headers.read(file);
            return new Picture(Optional.of(header), flaws(header, file, key));
        } catch (NoSuchFileException e) {
            return failed(
                    file,
                    key,
                    "image.missing",
                    Sentence.of("image.missing", "the picture does not exist"),
                    Sentence.of("image.missing.remedy", "restore it or take it out of the dataset"));
        } catch (AccessDeniedException e) {
            return failed(
                    file,
                    key,
                    "image.unreadable",
                    Sentence.of("image.no-right", "there is no right to read the picture"),
                    Sentence.of("remedy.permissions", "change its permissions"));
        } catch (ImageHeaderException e) {
            return failed(file, key, "image.unreadable", e.problem(), e.remedy());
        } catch (IOException e) {
            return failed(
                    file,
                    key,
                    "image.unreadable",
                    Sentence.verbatim(String.valueOf(e.getMessage())),
                    Sentence.of("image.remedy.replace", "replace it or take it out of the dataset"));
        }
    }

    private static Picture failed(Path file, ImageKey key, String code, Sentence problem, Sentence cure) {
        return new Picture(
                Optional.empty(),
                List.of(Finding.ofFile(Severity.ERROR, code, file, problem, cure)
                        .atImage(key)));
    }

    private static List<Finding> flaws(ImageHeader header, Path file, ImageKey key) {
        List<Finding> flaws = new ArrayList<>();
        if (header.ending() == Ending.TRUNCATED) {
            flaws.add(Finding.ofFile(
                    Severity.ERROR,
                    "image.truncated",
                    file,
                    Sentence.of("image.truncated", "the end of the picture is missing: the file was cut"),
                    Sentence.of("image.truncated.remedy", "fetch the picture again")));
        } else if (header.ending() == Ending.TRAILING_BYTES && header.format() == ImageFormat.JPEG) {
            flaws.add(Finding.ofFile(
                    Severity.WARNING,
                    "image.end-marker",
                    file,
                    Sentence.of(
                            "image.end-marker",
                            "bytes follow the JPEG's end marker; Ultralytics would rewrite the picture in place"),
                    Sentence.of("image.end-marker.remedy", "save the picture anew without them")));
        }
        int smallest = Math.min(header.storedSize().width(), header.storedSize().height());
        if (smallest <= TOO_SMALL_PIXELS) {
            flaws.add(Finding.ofFile(
                    Severity.ERROR,
                    "image.too-small",
                    file,
                    Sentence.of(
                            "image.too-small",
                            "the picture is {0} x {1} pixels; the trainer leaves out what is below 10",
                            header.storedSize().width(),
                            header.storedSize().height()),
                    Sentence.of("image.too-small.remedy", "take it out of the dataset")));
        }
        return flaws.stream().map(flaw -> flaw.atImage(key)).toList();
    }
}
