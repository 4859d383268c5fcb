package org.posewright.app.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.posewright.annotations.evaluation.compare.CorrectionBook;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.app.viewmodel.evaluation.BookLibrary;

/** A book as the lines of a file beside the journal of a dataset. */
final class BookFile<T> implements BookLibrary<T> {

    private final String name;
    private final Function<List<String>, T> ofLines;
    private final Function<T, List<String>> toLines;
    private final AtomicFiles files = new AtomicFiles();

    private BookFile(String name, Function<List<String>, T> ofLines, Function<T, List<String>> toLines) {
        this.name = name;
        this.ofLines = ofLines;
        this.toLines = toLines;
    }

    static BookFile<VerdictBook> verdicts() {
        return new BookFile<>("verdicts.tsv", VerdictBook::ofLines, VerdictBook::toLines);
    }

    static BookFile<CorrectionBook> corrections() {
        return new BookFile<>("corrections.tsv", CorrectionBook::ofLines, CorrectionBook::toLines);
    }

    @Override
    public T read(Path folder) throws IOException {
        Path file = folder.resolve(name);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        try {
            return ofLines.apply(lines);
        } catch (IllegalArgumentException broken) {
            throw new IOException(file + ", " + broken.getMessage(), broken);
        }
    }

    @Override
    public void write(Path folder, T book) throws IOException {
        String text = String.join("\n", toLines.apply(book));
        files.writeText(folder.resolve(name), text.isEmpty() ? "" : text + "\n");
    }
}
