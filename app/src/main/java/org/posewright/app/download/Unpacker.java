package org.posewright.app.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/** Unpacks a zip archive into a folder; nothing is written outside it, and nothing that exists is replaced by other content. */
public final class Unpacker {

    /** Begins the progress message, before the archive's name; what is done then counts files, not bytes. */
    public static final String PREFIX = "unpacking ";

    /**
     * @throws DownloadException if the archive is damaged, and it is gone, or names a place outside the folder
     * @throws IOException if the disk refuses
     */
    public void unpack(Path archive, Path folder, ProgressListener progress, CancellationToken token)
            throws IOException {
        Path root = Files.createDirectories(folder).toRealPath();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            long done = 0;
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                token.throwIfCancelled();
                Path target = root.resolve(entry.getName()).normalize();
                if (!target.startsWith(root)) {
                    throw new DownloadException(Sentence.of(
                            "download.outside",
                            "{0} holds \"{1}\", which lies outside the folder; the archive is not to be trusted",
                            archive,
                            entry.getName()));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    write(zip, entry, target);
                }
                progress.progress(++done, zip.size(), PREFIX + archive.getFileName());
            }
        } catch (java.util.zip.ZipException e) {
            Files.delete(archive);
            throw new DownloadException(
                    Sentence.of(
                            "download.damaged",
                            "{0} is damaged ({1}) and was thrown away; start the download again to fetch it anew",
                            archive.getFileName(),
                            String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static void write(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        if (Files.exists(target)) {
            if (Files.size(target) != entry.getSize()) {
                throw new DownloadException(Sentence.of(
                        "download.in-the-way",
                        "{0} exists with other content; move it away or choose another folder",
                        target));
            }
            return;
        }
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
            Files.copy(in, part, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, target);
    }
}
