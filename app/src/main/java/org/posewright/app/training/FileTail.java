package org.posewright.app.training;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the lines that a growing text file gets. A file that became shorter is read from its beginning. One thread only. */
final class FileTail {

    private static final int CHUNK_BYTES = 1 << 20;

    private final Path file;
    private long position;
    private byte[] rest = new byte[0];

    FileTail(Path file) {
        this.file = file;
    }

    /** Complete lines since the last call; none while there is no file. */
    List<String> newLines() throws IOException {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            return lines;
        }
        try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
            if (input.length() < position) {
                position = 0;
                rest = new byte[0];
            }
            input.seek(position);
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int count = input.read(chunk); count > 0; count = input.read(chunk)) {
                position += count;
                split(chunk, count, lines);
            }
        }
        return lines;
    }

    private void split(byte[] chunk, int count, List<String> lines) {
        byte[] all = Arrays.copyOf(rest, rest.length + count);
        System.arraycopy(chunk, 0, all, rest.length, count);
        int from = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == '\n') {
                lines.add(new String(all, from, i - from, StandardCharsets.UTF_8));
                from = i + 1;
            }
        }
        rest = Arrays.copyOfRange(all, from, all.length);
    }
}
