package org.posewright.annotations.edit.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edits of a dataset on disk. Opening it locks the dataset for this process and plays back what earlier sessions left; each
 * {@link #append} returns when its entries are on disk. When a segment is full the next one begins; segments are never deleted, so the
 * history is as long as the dataset lives. Thread-safe.
 */
public final class Journal implements EditLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final long SEGMENT_BYTES = 32L << 20;

    private final JournalLocation location;
    private final JournalIdentity identity;
    private final JournalLock lock;
    private final Disk disk;
    private final EntryJson json = new EntryJson();
    private List<String> warnings = List.of();
    private int segment = 1;
    private long goodBytes;
    private long nextSequence = 1;
    private @Nullable AppendFile file;
    private boolean closed;

    /** Hears of each entry when a journal is opened, oldest first. */
    @FunctionalInterface
    public interface Replay {
        void entry(long sequence, JournalEntry entry) throws JournalException;
    }

    /** How segments are written; tests put failing disks here. */
    record Disk(AppendFile.Opener opener, long segmentBytes) {}

    private Journal(JournalLocation location, JournalIdentity identity, JournalLock lock, Disk disk) {
        this.location = location;
        this.identity = identity;
        this.lock = lock;
        this.disk = disk;
    }

    /**
     * Opens or begins a journal.
     *
     * @throws JournalException if another process has it open, it belongs to something else or cannot be read
     */
    public static Journal open(JournalLocation location, JournalIdentity identity, Replay replay)
            throws JournalException {
        return open(location, identity, replay, new Disk(AppendFile::open, SEGMENT_BYTES));
    }

    static Journal open(JournalLocation location, JournalIdentity identity, Replay replay, Disk disk)
            throws JournalException {
        createFolder(location.folder());
        Journal journal = new Journal(location, identity, JournalLock.acquire(location.lockFile()), disk);
        boolean opened = false;
        try {
            journal.readAll(replay);
            opened = true;
            return journal;
        } finally {
            if (!opened) {
                journal.close();
            }
        }
    }

    private static void createFolder(Path folder) throws JournalException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new JournalException(
                    "Edits cannot be recorded: the folder " + folder + " cannot be created (" + reason(e) + ").", e);
        }
    }

    private void readAll(Replay replay) throws JournalException {
        try {
            JournalReader reader = new JournalReader(location, identity);
            JournalReader.End end = reader.read(replay);
            segment = end.segment();
            goodBytes = end.goodBytes();
            nextSequence = end.nextSequence();
            warnings = List.copyOf(reader.warnings());
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException(
                    "The recorded edits in " + location.folder() + " cannot be read (" + reason(e) + ").", e);
        }
    }

    /** What was found wrong when the journal was opened, in sentences for the person at the screen. */
    public List<String> warnings() {
        return warnings;
    }

    /** Number of the last entry that is safe on disk; 0 when there is none. */
    public synchronized long lastSequence() {
        return nextSequence - 1;
    }

    public JournalLocation location() {
        return location;
    }

    @Override
    public synchronized long append(List<JournalEntry> entries) throws JournalException {
        if (closed) {
            throw new JournalException("The journal in " + location.folder() + " is closed; open the dataset again.");
        }
        try {
            rotateWhenFull();
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            long sequence = nextSequence;
            if (goodBytes == 0) {
                lines.writeBytes(new JournalSegment(location.segment(segment), identity)
                        .header(sequence++)
                        .toBytes());
            }
            for (JournalEntry entry : entries) {
                lines.writeBytes(new JournalLine(sequence++, json.write(entry)).toBytes());
            }
            writeOrRestore(lines.toByteArray());
            nextSequence = sequence;
            return sequence - 1;
        } catch (IOException e) {
            throw new JournalException(
                    "the journal " + location.segment(segment) + " cannot be written (" + reason(e)
                            + "); make room or change its permissions and try again",
                    e);
        }
    }

    private void writeOrRestore(byte[] lines) throws IOException {
        AppendFile target = openFile();
        try {
            target.writeAndForce(goodBytes, lines);
            goodBytes += lines.length;
        } catch (IOException e) {
            file = null;
            try (target) {
                target.truncate(goodBytes);
            } catch (IOException restore) {
                e.addSuppressed(restore);
            }
            throw e;
        }
    }

    /** Opening cuts off what a failed write or a crash left behind the last whole entry. */
    private AppendFile openFile() throws IOException {
        AppendFile opened = file;
        if (opened == null) {
            opened = disk.opener().open(location.segment(segment));
            try {
                opened.truncate(goodBytes);
            } catch (IOException e) {
                opened.close();
                throw e;
            }
            file = opened;
        }
        return opened;
    }

    private void rotateWhenFull() throws IOException {
        if (goodBytes >= disk.segmentBytes()) {
            AppendFile full = file;
            file = null;
            segment++;
            goodBytes = 0;
            if (full != null) {
                full.close();
            }
        }
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return Objects.requireNonNullElse(reason, e.getClass().getSimpleName());
    }

    /** Lets other windows open the dataset. Entries are on disk already. */
    @Override
    public synchronized void close() {
        closed = true;
        AppendFile open = file;
        file = null;
        try (lock) {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            LOG.warn("The journal in {} was not closed properly", location.folder(), e);
        }
    }
}
