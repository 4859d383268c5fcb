package org.posewright.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.storage.NumberText;

/** {@code results.csv}: a header and one row for each finished epoch. */
public final class ResultsCsv {

    private static final int SECONDS_COLUMN = 1;

    private final Path file;

    public ResultsCsv(Path file) {
        this.file = file;
    }

    /** Adds a row, and the header before the first. */
    public void append(ResultsRow row) throws IOException {
        StringBuilder text = new StringBuilder();
        if (!Files.exists(file)) {
            text.append(String.join(",", ResultsRow.COLUMNS)).append('\n');
        }
        text.append(row.values().stream().map(ResultsCsv::text).collect(Collectors.joining(",")))
                .append('\n');
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String text(double value) {
        return Double.isFinite(value) ? NumberText.general(value) : "nan";
    }

    /** The rows of a file as numbers, without the header; none when there is no file. */
    public List<double[]> read() throws IOException {
        List<double[]> rows = new ArrayList<>();
        if (!Files.exists(file)) {
            return rows;
        }
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            if (cells.length == ResultsRow.COLUMNS.size() && !cells[0].strip().equals("epoch")) {
                double[] row = new double[cells.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = cells[i].equals("nan") ? Double.NaN : Double.parseDouble(cells[i]);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * Drops rows after {@code lastEpoch}, which a killed run may have written without saving its weights.
     *
     * @return seconds at the last row that stays; 0 when none does
     */
    public double truncateAfter(int lastEpoch) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        List<String> kept = new ArrayList<>();
        double seconds = 0;
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            boolean isHeader = line.startsWith("epoch");
            boolean isComplete = cells.length == ResultsRow.COLUMNS.size();
            if (isHeader || isComplete && Double.parseDouble(cells[0]) <= lastEpoch) {
                kept.add(line);
                seconds = isHeader ? 0 : Double.parseDouble(cells[SECONDS_COLUMN]);
            }
        }
        new AtomicFiles().writeText(file, String.join("\n", kept) + "\n");
        return seconds;
    }
}
