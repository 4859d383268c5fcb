package org.posewright.training.checkpoint.pt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.CheckpointException;
import org.posewright.training.checkpoint.ElementType;
import org.posewright.training.checkpoint.pickle.PickleStorage;

/**
 * The zip container of a checkpoint, distrusted: members are read in memory by exact name only, must be stored uncompressed as PyTorch
 * writes them, and can never add up to more than the file itself.
 */
final class TorchArchive implements AutoCloseable {
    private static final int MAX_MEMBERS = 200_000;
    private static final long MAX_PICKLE_BYTES = 512L << 20;
    private static final byte[] ZIP_START = {'P', 'K', 3, 4};

    private final Path file;
    private final ZipFile zip;
    private final Map<String, PickleStorage> storages = new HashMap<>();
    private final String folder;
    private final boolean bigEndian;

    private TorchArchive(Path file, ZipFile zip, long fileBytes) throws IOException {
        this.file = file;
        this.zip = zip;
        this.folder = inspectMembers(zip.stream().toList(), fileBytes);
        ZipEntry order = zip.getEntry(folder + "/byteorder");
        this.bigEndian = order != null
                && new String(bytes(order, 64), StandardCharsets.US_ASCII)
                        .trim()
                        .equals("big");
    }

    static TorchArchive open(Path file) {
        try {
            long size = Files.size(file);
            try (InputStream in = Files.newInputStream(file)) {
                if (!Arrays.equals(in.readNBytes(ZIP_START.length), ZIP_START)) {
                    throw new CheckpointException(file + " is no PyTorch checkpoint, or one from before PyTorch 1.6;"
                            + " save it again with a newer version.");
                }
            }
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new TorchArchive(file, zip, size);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new CheckpointException(file + " is damaged: " + e.getMessage() + ". Download it again.", e);
        } catch (IOException e) {
            throw new CheckpointException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** The object graph. */
    byte[] pickle() {
        try {
            return bytes(zip.getEntry(folder + "/data.pkl"), MAX_PICKLE_BYTES);
        } catch (IOException e) {
            throw damaged("its object graph cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** A storage by key; the same object for the same key. */
    PickleStorage storage(String key, ElementType type, long elements) {
        PickleStorage known = storages.get(key);
        if (known == null) {
            known = new PickleStorage(type, storageBytes(key, type), elements);
            storages.put(key, known);
        }
        if (known.type() != type) {
            throw damaged("storage '" + key + "' is used with two element types", null);
        }
        if (elements > known.bytes().length / type.bytes()) {
            throw damaged(
                    "storage '" + key + "' claims " + elements + " elements but holds "
                            + known.bytes().length / type.bytes(),
                    null);
        }
        return known;
    }

    private byte[] storageBytes(String key, ElementType type) {
        ZipEntry entry = zip.getEntry(folder + "/data/" + key);
        if (entry == null) {
            throw damaged("it has no storage '" + key + "'", null);
        }
        try {
            byte[] bytes = bytes(entry, Integer.MAX_VALUE - 8L);
            if (bigEndian) {
                reverseElements(bytes, type.bytes());
            }
            return bytes;
        } catch (IOException e) {
            throw damaged("storage '" + key + "' cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private String inspectMembers(List<? extends ZipEntry> entries, long fileBytes) {
        if (entries.size() > MAX_MEMBERS) {
            throw damaged("it has " + entries.size() + " members", null);
        }
        Set<String> names = new HashSet<>();
        long total = 0;
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            checkName(name);
            if (!names.add(name)) {
                throw damaged("member '" + name + "' occurs twice", null);
            }
            if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
                throw damaged("member '" + name + "' is compressed, which PyTorch never does", null);
            }
            total += entry.getSize();
            if (entry.getSize() < 0 || total > fileBytes) {
                throw damaged("its members claim more bytes than the file has", null);
            }
        }
        List<String> pickles =
                names.stream().filter(name -> name.endsWith("/data.pkl")).toList();
        if (pickles.size() != 1) {
            throw new CheckpointException(file + " is no PyTorch checkpoint: it is a zip without a single data.pkl.");
        }
        String found = pickles.get(0).substring(0, pickles.get(0).length() - "/data.pkl".length());
        if (names.contains(found + "/constants.pkl") || names.stream().anyMatch(n -> n.startsWith(found + "/code/"))) {
            throw new CheckpointException(
                    file + " is a TorchScript program, not a checkpoint; use the .pt or .onnx that"
                            + " it was exported from.");
        }
        return found;
    }

    private void checkName(String name) {
        boolean climbs = List.of(name.split("[/\\\\]")).contains("..");
        boolean absolute = name.startsWith("/") || name.startsWith("\\") || name.matches("^[A-Za-z]:.*");
        if (climbs || absolute || name.indexOf('\0') >= 0 || name.indexOf('\\') >= 0) {
            throw new CheckpointException(file + " has a member named '" + name
                    + "' that points outside of the archive; the file is refused.");
        }
    }

    private byte[] bytes(ZipEntry entry, long limit) throws IOException {
        if (entry.getSize() > limit) {
            throw damaged("member '" + entry.getName() + "' is larger than it may be", null);
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) entry.getSize());
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        boolean intact = bytes.length == entry.getSize() && (entry.getCrc() == 0 || entry.getCrc() == sum.getValue());
        if (!intact) {
            throw damaged("member '" + entry.getName() + "' does not match its checksum", null);
        }
        return bytes;
    }

    private CheckpointException damaged(String what, @Nullable Throwable cause) {
        String message =
                file + " is damaged or made to harm: " + what + ". Download it again from its original source.";
        return cause == null ? new CheckpointException(message) : new CheckpointException(message, cause);
    }

    private static void reverseElements(byte[] bytes, int width) {
        for (int start = 0; start + width <= bytes.length; start += width) {
            for (int i = 0; i < width / 2; i++) {
                byte swapped = bytes[start + i];
                bytes[start + i] = bytes[start + width - 1 - i];
                bytes[start + width - 1 - i] = swapped;
            }
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new CheckpointException(file + " cannot be closed: " + e.getMessage() + ".", e);
        }
    }
}
