package org.posewright.annotations.yolo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.Skeleton;

/**
 * Splices edited people into the bytes of a label file: a number is replaced only where the person's value differs from what the
 * file says; rows of deleted people go, added people are appended, and everything else (unreadable rows, blanks, line ends) stays byte
 * for byte. Comparing with the file, not with an earlier state of the person, makes repeated saves and undo after a save safe.
 * Immutable and thread-safe.
 */
public final class YoloLabelRewriter {

    private final Skeleton skeleton;

    public YoloLabelRewriter(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /**
     * @param original bytes that {@code rows} was told for; empty when there is no file yet
     * @param frame size of the picture after EXIF rotation, in pixels
     * @param people who shall be in the file: those of {@code rows} that are missing here are deleted, others are added
     */
    public RewrittenLabels rewrite(byte[] original, RowOrder rows, ImageSize frame, List<PersonInstance> people) {
        LabelText text = LabelText.of(original);
        RowCodec codec = new RowCodec(frame, skeleton.size(), skeleton.valuesPerKeypoint());
        return new Splice(text, new RowPrinter(codec), rows).run(people);
    }

    /** One rewriting. */
    private static final class Splice {
        private final LabelText text;
        private final RowPrinter printer;
        private final RowOrder rows;
        private final List<String> keptLines = new ArrayList<>();
        private final Map<Long, Integer> newLines = new HashMap<>();
        private int lineCount;

        Splice(LabelText text, RowPrinter printer, RowOrder rows) {
            this.text = text;
            this.printer = printer;
            this.rows = rows;
        }

        RewrittenLabels run(List<PersonInstance> people) {
            Map<Long, PersonInstance> wanted =
                    people.stream().collect(Collectors.toMap(PersonInstance::id, Function.identity()));
            Map<Integer, Long> idByLine = rows.idByLine();
            Set<Long> written = new HashSet<>();
            for (LabelText.Line line : text.lines()) {
                Long id = idByLine.get(line.number());
                if (id == null) {
                    keep(text.text().substring(line.start(), line.next()));
                } else if (wanted.containsKey(id)) {
                    written.add(id);
                    keep(splicedLine(line, wanted.get(id)));
                    newLines.put(id, lineCount);
                }
            }
            boolean endsOpen = endsWithoutLineEnd();
            for (PersonInstance person : people) {
                if (!written.contains(person.id())) {
                    append(printer.newRow(person) + text.lineEnd());
                    newLines.put(person.id(), lineCount);
                }
            }
            return new RewrittenLabels(bytes(endsOpen), new RowOrder(newLines), printer.remarks());
        }

        private void keep(String line) {
            keptLines.add(line);
            lineCount++;
        }

        private void append(String line) {
            if (!keptLines.isEmpty()) {
                int last = keptLines.size() - 1;
                String previous = keptLines.get(last);
                if (!previous.endsWith("\n") && !previous.endsWith("\r")) {
                    keptLines.set(last, previous + text.lineEnd());
                }
            }
            keep(line);
        }

        private boolean endsWithoutLineEnd() {
            if (text.lines().isEmpty()) {
                return false;
            }
            LabelText.Line last = text.lines().get(text.lines().size() - 1);
            return last.next() == last.end();
        }

        private String splicedLine(LabelText.Line line, PersonInstance person) {
            Map<Integer, String> changes = printer.changes(text.numbers(line), person);
            StringBuilder spliced = new StringBuilder();
            int copied = line.start();
            for (int column = 0; column < line.tokenCount(); column++) {
                String change = changes.get(column);
                if (change != null) {
                    spliced.append(text.text(), copied, line.tokenStart(column)).append(change);
                    copied = line.tokenEnd(column);
                }
            }
            return spliced.append(text.text(), copied, line.next()).toString();
        }

        /** A file that ended without a line end still does. */
        private byte[] bytes(boolean endsOpen) {
            String joined = String.join("", keptLines);
            int end = joined.length();
            if (endsOpen && end > 0 && joined.charAt(end - 1) == '\n') {
                end--;
            }
            if (endsOpen && end > 0 && joined.charAt(end - 1) == '\r') {
                end--;
            }
            return joined.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
