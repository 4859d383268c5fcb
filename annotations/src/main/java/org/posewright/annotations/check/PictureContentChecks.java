package org.posewright.annotations.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Finding.Severity;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.storage.ContentHash;
import org.posewright.annotations.storage.FileFingerprint;
import org.posewright.annotations.work.CancellationToken;

/**
 * Pictures of equal content under different names. Sizes are compared first, then a few kilobytes, and whole files only where those
 * agree: of a hundred thousand pictures nearly none is read whole.
 */
final class PictureContentChecks {

    private static final int SAMPLE_BYTES = 4096;

    /** What two equal pictures share before they are compared in full. */
    private record Likeness(long sizeBytes, long sampleHash) {}

    private PictureContentChecks() {}

    static void check(List<ImageEntry> entries, CancellationToken token, Consumer<Diagnosis> sink) {
        Map<Long, List<ImageEntry>> bySize = new HashMap<>();
        for (ImageEntry entry : entries) {
            token.throwIfCancelled();
            try {
                bySize.computeIfAbsent(Files.size(entry.file()), size -> new ArrayList<>(1))
                        .add(entry);
            } catch (IOException e) {
                // A missing or locked picture is told by the check of its header.
                continue;
            }
        }
        for (Map.Entry<Long, List<ImageEntry>> group : bySize.entrySet()) {
            if (group.getValue().size() > 1 && group.getKey() > 0) {
                ofEqualSize(group.getKey(), group.getValue(), token, sink);
            }
        }
    }

    private static void ofEqualSize(
            long size, List<ImageEntry> entries, CancellationToken token, Consumer<Diagnosis> sink) {
        Map<Likeness, List<ImageEntry>> alike = new HashMap<>();
        for (ImageEntry entry : entries) {
            token.throwIfCancelled();
            try {
                alike.computeIfAbsent(new Likeness(size, sample(entry.file(), size)), key -> new ArrayList<>(1))
                        .add(entry);
            } catch (IOException e) {
                sink.accept(Diagnosis.of(unreadable(entry, e)));
            }
        }
        alike.values().stream().filter(group -> group.size() > 1).forEach(group -> equalOnes(group, sink));
    }

    private static void equalOnes(List<ImageEntry> entries, Consumer<Diagnosis> sink) {
        Map<Long, ImageEntry> firstByHash = new HashMap<>();
        for (ImageEntry entry : entries) {
            try {
                ImageEntry first =
                        firstByHash.putIfAbsent(FileFingerprint.of(entry.file()).contentHash(), entry);
                if (first != null) {
                    sink.accept(Diagnosis.of(equal(first, entry)));
                }
            } catch (IOException e) {
                sink.accept(Diagnosis.of(unreadable(entry, e)));
            }
        }
    }

    private static Finding equal(ImageEntry first, ImageEntry entry) {
        boolean otherSplit = !first.split().equals(entry.split());
        return Finding.ofFile(
                        otherSplit ? Severity.WARNING : Severity.NOTE,
                        otherSplit ? "split.same-content" : "image.same-content",
                        entry.file(),
                        otherSplit
                                ? Sentence.of(
                                        "split.same-content",
                                        "the same picture as {0} in split {1}; measured quality will look better than it is",
                                        first.key(),
                                        first.split())
                                : Sentence.of("image.same-content", "the same picture as {0}", first.key()),
                        Sentence.of("person.duplicate.remedy", "delete one of them"))
                .atImage(entry.key());
    }

    private static Finding unreadable(ImageEntry entry, IOException failure) {
        return Finding.ofFile(
                        Severity.ERROR,
                        "image.unreadable",
                        entry.file(),
                        Sentence.of(
                                "image.unreadable",
                                "the picture cannot be read: {0}",
                                String.valueOf(failure.getMessage())),
                        Sentence.of("image.unreadable.remedy", "check its permissions and the disk"))
                .atImage(entry.key());
    }

    /** From the middle: headers of pictures of one camera are alike. */
    private static long sample(Path file, long size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(size, SAMPLE_BYTES));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position((size - buffer.capacity()) / 2);
            int count = 0;
            while (buffer.hasRemaining() && count >= 0) {
                count = channel.read(buffer);
            }
        }
        return ContentHash.of(buffer.array());
    }
}
