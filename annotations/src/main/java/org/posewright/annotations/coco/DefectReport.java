package org.posewright.annotations.coco;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Sentence;

/** Turns defects into findings: counts lines, in one pass over the file, and keeps lists of the same problem short. */
final class DefectReport {

    private static final int MOST_OF_A_KIND = 5_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;

    DefectReport(Path file) {
        this.file = file;
    }

    List<Finding> findings(List<Defect> defects) throws IOException {
        if (defects.isEmpty()) {
            return List.of();
        }
        List<Defect> inOrder = new ArrayList<>(defects);
        inOrder.sort(Comparator.comparingLong(Defect::position));
        Map<String, Integer> counts = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        try (LineCounter lines = new LineCounter(file)) {
            for (Defect defect : inOrder) {
                if (counts.merge(defect.code(), 1, Integer::sum) <= MOST_OF_A_KIND) {
                    findings.add(finding(defect, lines));
                }
            }
        }
        counts.forEach((code, count) -> {
            if (count > MOST_OF_A_KIND) {
                findings.add(Finding.ofFile(
                        Finding.Severity.NOTE,
                        code,
                        file,
                        Sentence.of(
                                "coco.more",
                                "there are {0} more problems of the kind {1}",
                                count - MOST_OF_A_KIND,
                                code),
                        Sentence.of("coco.more.remedy", "mend the ones listed, then open the file again")));
            }
        });
        return findings;
    }

    private Finding finding(Defect defect, LineCounter lines) throws IOException {
        lines.advanceTo(defect.position());
        Object[] place = {lines.line(), lines.column(defect.position()), defect.position(), defect.message()};
        Finding finding = Finding.ofFile(defect.severity(), defect.code(), file, words(defect, place), defect.remedy())
                .atLine(lines.line());
        return defect.annotation()
                .filter(annotation -> annotation.personId != RawAnnotation.NO_ID)
                .map(annotation -> finding.atPerson(annotation.personId))
                .orElse(finding);
    }

    private static Sentence words(Defect defect, Object[] place) {
        Sentence message = Sentence.of("coco.at", "line {0}, column {1} (byte {2}): {3}", place);
        return defect.annotation()
                .map(annotation -> annotation.id)
                .filter(id -> id != RawAnnotation.NO_ID)
                .map(id -> Sentence.of("coco.annotation-at", "annotation {0}, {1}", id, message))
                .orElse(message);
    }

    /** Counts line ends up to ascending byte positions. Columns count bytes from 1. */
    private static final class LineCounter implements AutoCloseable {
        private final InputStream in;
        private final byte[] buffer = new byte[BUFFER_BYTES];
        private int next;
        private int limit;
        private long position;
        private long line = 1;
        private long lineStart;

        LineCounter(Path file) throws IOException {
            in = Files.newInputStream(file);
        }

        void advanceTo(long target) throws IOException {
            while (position < target) {
                if (next == limit) {
                    limit = in.read(buffer);
                    next = 0;
                    if (limit <= 0) {
                        limit = 0;
                        return;
                    }
                }
                position++;
                if (buffer[next++] == '\n') {
                    line++;
                    lineStart = position;
                }
            }
        }

        long line() {
            return line;
        }

        long column(long target) {
            return target - lineStart + 1;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
