package org.posewright.annotations.coco;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.storage.ContentHash;
import org.posewright.annotations.storage.FileChangedException;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * Saves edits of an annotation file by copying its bytes and replacing the tokens that changed. Order, unknown keys, number texts,
 * segmentations, blanks and line ends of everything else are the same bytes. The copy is streamed and compared with the fingerprint
 * of what was read; when the file is another one meanwhile, nothing is written.
 */
public final class CocoRewriter {

    private static final int BUFFER_BYTES = 1 << 16;

    private final AtomicFiles files;
    private final RemovedAnnotations memory;

    /** A rewriter that knows nothing about earlier saves. */
    public CocoRewriter(AtomicFiles files) {
        this(files, RemovedAnnotations.NONE);
    }

    /**
     * @param memory of the file's removed annotations: gets the text of those that go and gives back that of those that return
     */
    public CocoRewriter(AtomicFiles files, RemovedAnnotations memory) {
        this.files = files;
        this.memory = memory;
    }

    /** Writes in place. See {@link #rewrite(CocoFile, Map, Path, ProgressListener, CancellationToken)}. */
    public CocoEdits rewrite(CocoFile original, Map<Long, List<PersonInstance>> peopleByImage) throws IOException {
        return rewrite(original, peopleByImage, original.file(), ProgressListener.NONE, CancellationToken.NONE);
    }

    /**
     * Writes the original with these people to {@code target}, which may be the original itself. Without any edit the original is not
     * touched. Afterwards the target has to be read anew: byte positions are no longer those of {@code original}.
     *
     * @param peopleByImage all people of each image that may have changed; images that are not named stay as they are
     * @param progress told in bytes
     * @return what was written, with the ids that added people have in the file
     * @throws FileChangedException if the original is not what was read
     * @throws org.posewright.annotations.storage.StorageException if the target cannot be written; it is then as it was
     */
    public CocoEdits rewrite(
            CocoFile original,
            Map<Long, List<PersonInstance>> peopleByImage,
            Path target,
            ProgressListener progress,
            CancellationToken token)
            throws IOException {
        CocoEdits edits = CocoEdits.between(original, peopleByImage);
        if (edits.isEmpty() && target.equals(original.file())) {
            return edits;
        }
        try (FileChannel channel = FileChannel.open(original.file(), StandardOpenOption.READ)) {
            if (channel.size() != original.fingerprint().sizeBytes()) {
                throw new FileChangedException(original.file());
            }
            ByteSource source = ByteSource.of(channel);
            SplicePlanner planner = new SplicePlanner(original, source, memory);
            List<Splice> splices = planner.plan(edits);
            if (splices.isEmpty() && target.equals(original.file())) {
                return edits;
            }
            memory.keep(planner.removals(edits));
            files.write(target, out -> copy(original, source, splices, new Output(out, progress, token)));
        } catch (NoSuchFileException | JsonFault e) {
            FileChangedException changed = new FileChangedException(original.file());
            changed.initCause(e);
            throw changed;
        }
        return edits;
    }

    private record Output(OutputStream out, ProgressListener progress, CancellationToken token) {}

    private static void copy(CocoFile original, ByteSource source, List<Splice> splices, Output output)
            throws IOException {
        ContentHash hash = new ContentHash();
        long size = original.fingerprint().sizeBytes();
        long position = 0;
        for (Splice splice : splices) {
            pass(source, position, splice.start(), hash, output, true);
            output.out.write(splice.text());
            pass(source, splice.start(), splice.end(), hash, output, false);
            position = splice.end();
        }
        pass(source, position, size, hash, output, true);
        boolean ended = source.read(size, new byte[1], 0, 1) <= 0;
        if (!ended || hash.value() != original.fingerprint().contentHash()) {
            throw new FileChangedException(original.file());
        }
    }

    /** Takes source bytes into the hash and, when they stay, into the output. */
    private static void pass(ByteSource source, long start, long end, ContentHash hash, Output output, boolean keep)
            throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, Math.max(0, end - start))];
        long position = start;
        while (position < end) {
            output.token.throwIfCancelled();
            int count = source.read(position, buffer, 0, (int) Math.min(buffer.length, end - position));
            if (count <= 0) {
                return;
            }
            hash.update(buffer, 0, count);
            if (keep) {
                output.out.write(buffer, 0, count);
            }
            position += count;
            output.progress.progress(position, source.size(), "writing");
        }
    }
}
