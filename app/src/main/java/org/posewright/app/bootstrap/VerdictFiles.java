package org.posewright.app.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.app.viewmodel.evaluation.VerdictLibrary;

/** Verdicts as lines of {@code verdicts.tsv} beside the journal of a dataset. */
final class VerdictFiles implements VerdictLibrary {

    private static final String FILE_NAME = "verdicts.tsv";

    private final AtomicFiles files = new AtomicFiles();

    @Override
    public VerdictBook read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.exists(file)) {
            return VerdictBook.EMPTY;
        }
        try {
            return VerdictBook.ofLines(Files.readAllLines(file));
        } catch (IllegalArgumentException broken) {
            throw new IOException(file + ", " + broken.getMessage(), broken);
        }
    }

    @Override
    public void write(Path folder, VerdictBook verdicts) throws IOException {
        String text = String.join("\n", verdicts.toLines());
        files.writeText(folder.resolve(FILE_NAME), text.isEmpty() ? "" : text + "\n");
    }
}
