package org.posewright.annotations.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintAndBackupTest {

    @TempDir
    Path folder;

    @Test
    void equalContentMatchesEvenWhenTouched() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "0 0.5 0.5");
        FileFingerprint print = FileFingerprint.of(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertThat(print.seemsUnchanged(file)).isFalse();
        assertThat(print.matches(file)).isTrue();
    }

    @Test
    void otherContentOfEqualSizeAndTimeDoesNotMatch() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "0 0.5 0.5");
        FileFingerprint print = FileFingerprint.of(file);
        Files.writeString(file, "0 0.5 0.6");
        Files.setLastModifiedTime(file, print.modified());
        assertThat(print.seemsUnchanged(file)).isTrue();
        assertThat(print.matches(file)).isFalse();
        assertThat(print.matches("0 0.5 0.5".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void missingFileDoesNotMatch() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "x");
        FileFingerprint print = FileFingerprint.of(file);
        Files.delete(file);
        assertThat(print.seemsUnchanged(file)).isFalse();
        assertThat(print.matches(file)).isFalse();
    }

    @Test
    void onlyTheFirstStateOfASessionIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("labels.txt"), "original");
        SessionBackups backups = new SessionBackups(new AtomicFiles());
        Path copy = backups.keep(file).orElseThrow();
        Files.writeString(file, "changed");
        assertThat(backups.keep(file)).contains(copy);
        assertThat(copy).hasContent("original").hasFileName("labels.txt.bak");
        assertThat(backups.copyOf(file)).contains(copy);
    }

    @Test
    void backupFolderKeepsFilesOfEqualNameApart() throws IOException {
        SessionBackups backups = new SessionBackups(new AtomicFiles(), Optional.of(folder.resolve("backups")));
        Path one = write("one/a.txt", "1");
        Path two = write("two/a.txt", "2");
        assertThat(backups.keep(one).orElseThrow()).hasContent("1");
        assertThat(backups.keep(two).orElseThrow()).hasContent("2");
        assertThat(backups.keep(folder.resolve("none"))).isEmpty();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
