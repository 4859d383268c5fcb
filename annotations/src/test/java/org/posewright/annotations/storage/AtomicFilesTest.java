package org.posewright.annotations.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    Path folder;

    private final AtomicFiles files = new AtomicFiles();

    @Test
    void createsAndReplaces() throws IOException {
        Path target = folder.resolve("名前 with space.txt");
        files.writeText(target, "one");
        files.writeText(target, "two\n");
        assertThat(target).hasContent("two\n");
        assertOnly(target);
    }

    @Test
    void keepsPermissionsOfAReplacedFile() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX");
        Path target = Files.writeString(folder.resolve("a"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--rw-"));
        files.writeText(target, "new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-r--rw-");
    }

    @Test
    void followsSymbolicLinks() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("file.json");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real", "file.json"));
        files.writeText(link, "first");
        files.writeText(link, "second");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).hasContent("second");
    }

    @Test
    void createRefusesAnExistingFile() throws IOException {
        Path target = Files.writeString(folder.resolve("a"), "old");
        assertThatThrownBy(() -> files.create(target, out -> out.write('x')))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("exists already");
        assertThat(target).hasContent("old");
        assertOnly(target);
    }

    @Test
    void failingContentLeavesTheTarget() throws IOException {
        Path target = Files.writeString(folder.resolve("a"), "old");
        assertThatThrownBy(() -> files.write(target, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("source vanished");
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("source vanished");
        assertThat(target).hasContent("old");
        assertOnly(target);
    }

    @Test
    void fullDiskIsNamedAndLeavesTheTarget() throws IOException {
        Path target = Files.writeString(folder.resolve("a"), "old");
        AtomicFiles onFullDisk = new AtomicFiles(FullDisk::new);
        assertThatThrownBy(() -> onFullDisk.writeText(target, "new"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(target.toString())
                .hasMessageContaining("disk is full");
        assertThat(target).hasContent("old");
        assertOnly(target);
    }

    @Test
    void missingFolderIsNamed() {
        Path target = folder.resolve("missing").resolve("a");
        assertThatThrownBy(() -> files.writeText(target, "new"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void readOnlyFolderIsNamed() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("locked"));
        Path target = Files.writeString(inside.resolve("a"), "old");
        Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Assumptions.assumeFalse(Files.isWritable(inside), "this user may write everywhere");
            assertThatThrownBy(() -> files.writeText(target, "new"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("no right to write");
            assertThat(target).hasContent("old");
        } finally {
            Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private void assertOnly(Path target) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    private static final class FullDisk extends FilterOutputStream {
        FullDisk(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
