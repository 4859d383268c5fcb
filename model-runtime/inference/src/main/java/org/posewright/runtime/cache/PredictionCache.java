package org.posewright.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.posewright.runtime.decode.PredictionCandidates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Candidates on disk, one file for each picture, model and setting. A cache: what is damaged, of another version or gone is simply
 * computed again, and a disk that is full costs speed, not results. Files appear whole or not at all. Thread-safe; several processes
 * may share a folder.
 */
public final class PredictionCache {

    private static final Logger LOG = LoggerFactory.getLogger(PredictionCache.class);
    private static final String ENDING = ".candidates";
    /** After an eviction the cache is this part of its cap, so that not every store evicts. */
    private static final double SHARE_KEPT = 0.8;

    private final Path folder;
    private final long maxBytes;
    /** Bytes in the folder as far as this process knows; negative until counted. Guarded by this. */
    private long knownBytes = -1;

    /**
     * @param folder made when first needed
     * @param maxBytes when the files exceed this, those not used for longest go
     */
    public PredictionCache(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** The stored candidates, if they are there and whole. */
    public Optional<PredictionCandidates> find(CacheKey key) {
        Path file = file(key);
        try {
            PredictionCandidates candidates = CandidateFile.read(key, Files.readAllBytes(file));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(candidates);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException damaged) {
            LOG.debug("{} is not used: {}", file, damaged.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps candidates for later; a failure is logged and changes nothing else. */
    public void store(CacheKey key, PredictionCandidates candidates) {
        Path file = file(key);
        try {
            byte[] bytes = CandidateFile.write(key, candidates);
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), "new", ".tmp");
            try {
                Files.write(temporary, bytes);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            grown(bytes.length);
        } catch (IOException failure) {
            LOG.warn("The prediction cache {} cannot be written: {}", folder, failure.toString());
        }
    }

    private synchronized void grown(long bytes) throws IOException {
        if (knownBytes < 0) {
            knownBytes = entries().stream().mapToLong(Entry::bytes).sum();
        } else {
            knownBytes += bytes;
        }
        if (knownBytes > maxBytes) {
            evict();
        }
    }

    private void evict() throws IOException {
        List<Entry> oldestFirst = new ArrayList<>(entries());
        oldestFirst.sort(Comparator.comparing(Entry::lastUsed));
        long bytes = oldestFirst.stream().mapToLong(Entry::bytes).sum();
        for (Entry entry : oldestFirst) {
            if (bytes <= maxBytes * SHARE_KEPT) {
                break;
            }
            Files.deleteIfExists(entry.file);
            bytes -= entry.bytes;
        }
        knownBytes = bytes;
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(ENDING))::iterator) {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    entries.add(new Entry(file, attributes.size(), attributes.lastModifiedTime()));
                } catch (NoSuchFileException goneMeanwhile) {
                    LOG.trace("{} was removed by another process", file);
                }
            }
        }
        return entries;
    }

    /** Model, first two digits of the picture's hash, then picture and settings: no folder grows beyond what lists quickly. */
    private Path file(CacheKey key) {
        String settings = ContentHash.of(key.settings().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return folder.resolve(key.modelHash())
                .resolve(key.imageHash().substring(0, 2))
                .resolve(key.imageHash() + "-" + settings.substring(0, 8) + ENDING);
    }

    private record Entry(Path file, long bytes, FileTime lastUsed) {}
}
