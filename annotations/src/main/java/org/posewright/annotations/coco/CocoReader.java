package org.posewright.annotations.coco;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Supplier;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.storage.FileFingerprint;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * Reads COCO annotation files of any size. A damaged file opens as far as it is whole, with a finding that names place and remedy;
 * nothing but failing disks and cancellation throws. Large files are read in ranges side by side; memory grows with the people, not
 * with the bytes.
 */
public final class CocoReader {

    private static final byte[][] KEYS = JsonValues.keys("images", "annotations", "categories");

    /** Reads a whole file. */
    public CocoFile read(Path file) throws IOException {
        return read(file, ProgressListener.NONE, CancellationToken.NONE);
    }

    /**
     * @param progress told in bytes
     * @throws CocoException if the file changes while it is read
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public CocoFile read(Path file, ProgressListener progress, CancellationToken token) throws IOException {
        BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
        CocoAssembly assembly = new CocoAssembly();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new Pass(ByteSource.of(channel), assembly, progress, token).run();
        }
        token.throwIfCancelled();
        FileFingerprint fingerprint = FileFingerprint.of(file);
        if (fingerprint.sizeBytes() != before.size() || !fingerprint.modified().equals(before.lastModifiedTime())) {
            throw new CocoException(file + " changed while it was read; open it again");
        }
        return assembly.finish(file, fingerprint);
    }

    /** One walk through the document. */
    private static final class Pass {
        private final ByteSource source;
        private final CocoAssembly assembly;
        private final ProgressListener progress;
        private final CancellationToken token;

        Pass(ByteSource source, CocoAssembly assembly, ProgressListener progress, CancellationToken token) {
            this.source = source;
            this.assembly = assembly;
            this.progress = progress;
            this.token = token;
        }

        void run() throws IOException {
            JsonScanner in = new JsonScanner(source, CocoProbe.byteOrderMarkLength(source));
            try {
                int first = in.peek();
                if (first == '[') {
                    assembly.fail(Defect.error(
                            "coco.results",
                            in.position(),
                            Sentence.of("coco.results", "this is a list, as results files are, not an annotation file"),
                            Sentence.of(
                                    "coco.results.remedy",
                                    "open it as predictions, together with its annotation file")));
                } else if (first == 0xFF || first == 0xFE || first == 0) {
                    assembly.fail(Defect.error(
                            "coco.encoding",
                            in.position(),
                            Sentence.of("coco.encoding", "the file is not UTF-8 text"),
                            Sentence.of("coco.encoding.remedy", "convert it to UTF-8 with a text editor or iconv")));
                } else {
                    document(in);
                }
            } catch (JsonFault fault) {
                assembly.damaged(fault);
            }
        }

        private void document(JsonScanner in) throws IOException {
            for (boolean more = in.enter('{', '}'); more; more = in.more('}')) {
                token.throwIfCancelled();
                int key = in.key(KEYS);
                if (key < 0 || in.peek() != '[' || !assembly.begins(key, in.position())) {
                    in.skipValue();
                    continue;
                }
                in.expect('[');
                switch (key) {
                    case 0 -> elements(in, ImageParser::new, assembly::addImages);
                    case 1 -> {
                        assembly.annotationsStart(in.position());
                        elements(in, AnnotationParser::new, assembly::addAnnotations);
                        assembly.annotationsComplete();
                    }
                    default -> elements(in, CategoryParser::new, assembly::addCategories);
                }
            }
            if (in.peek() >= 0) {
                assembly.trailing(in.position());
            }
        }

        private <P extends ElementParser> void elements(
                JsonScanner in, Supplier<P> parsers, java.util.function.Consumer<P> sink) throws IOException {
            ElementRanges.Elements<P> read = new ElementRanges<>(source, parsers, progress, token).read(in.position());
            read.parts().forEach(sink);
            Optional<JsonFault> fault = read.fault();
            if (fault.isPresent()) {
                throw fault.get();
            }
            in.seek(read.end());
        }
    }
}
