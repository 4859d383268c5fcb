package org.posewright.annotations.coco;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * Reads results files as the COCO evaluation server takes them. Ranges of the file are read side by side. A detection that cannot be
 * used is left out with a finding that names its index and byte position; a file that is cut off counts up to the cut.
 */
public final class ResultsReader {

    /** Reads a whole file. */
    public CocoResults read(Path file) throws IOException {
        return read(file, ProgressListener.NONE, CancellationToken.NONE);
    }

    /**
     * @throws CocoException if the file is not a list of detections
     * @throws java.util.concurrent.CancellationException if the token says so
     */
    public CocoResults read(Path file, ProgressListener progress, CancellationToken token) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteSource source = ByteSource.of(channel);
            JsonScanner in = new JsonScanner(source, CocoProbe.byteOrderMarkLength(source));
            if (in.peek() != '[') {
                throw new CocoException(file + " is not a COCO results file: it does not begin with a list; "
                        + "choose a file of the form [{\"image_id\": …, \"keypoints\": […], \"score\": …}]");
            }
            in.expect('[');
            return collect(
                    file, new ElementRanges<>(source, DetectionParser::new, progress, token).read(in.position()));
        }
    }

    private static CocoResults collect(Path file, ElementRanges.Elements<DetectionParser> read) {
        int values = read.parts().stream()
                .filter(part -> part.size > 0)
                .mapToInt(part -> part.valuesPerDetection)
                .findFirst()
                .orElse(0);
        List<Finding> findings = new ArrayList<>();
        List<DetectionParser> usable = new ArrayList<>();
        int elementsBefore = 0;
        for (DetectionParser part : read.parts()) {
            for (DetectionParser.Reject reject : part.rejects) {
                findings.add(rejected(file, elementsBefore + reject.index(), reject));
            }
            if (part.size > 0 && part.valuesPerDetection != values) {
                findings.add(otherLength(file, elementsBefore, part, values));
            } else {
                usable.add(part);
            }
            elementsBefore += part.elements;
        }
        read.fault().ifPresent(fault -> findings.add(damaged(file, fault)));
        return join(file, values, usable, findings);
    }

    private static CocoResults join(Path file, int values, List<DetectionParser> parts, List<Finding> findings) {
        int count = parts.stream().mapToInt(part -> part.size).sum();
        boolean anyBox = parts.stream().anyMatch(part -> part.anyBox);
        long[] imageIds = new long[count];
        long[] categoryIds = new long[count];
        double[] scores = new double[count];
        double[] boxes = new double[anyBox ? 4 * count : 0];
        double[] keypoints = new double[values * count];
        Map<Integer, String> texts = new HashMap<>();
        int at = 0;
        for (DetectionParser part : parts) {
            int offset = at;
            System.arraycopy(part.imageIds, 0, imageIds, at, part.size);
            System.arraycopy(part.categoryIds, 0, categoryIds, at, part.size);
            System.arraycopy(part.scores, 0, scores, at, part.size);
            System.arraycopy(part.boxes, 0, boxes, 4 * (anyBox ? at : 0), anyBox ? 4 * part.size : 0);
            System.arraycopy(part.keypoints, 0, keypoints, values * at, values * part.size);
            part.textImageIds.forEach((index, text) -> texts.put(offset + index, text));
            at += part.size;
        }
        return new CocoResults(file, values, imageIds, categoryIds, scores, boxes, keypoints, texts, findings);
    }

    private static Finding rejected(Path file, int index, DetectionParser.Reject reject) {
        return Finding.ofFile(
                Finding.Severity.ERROR,
                "coco.detection",
                file,
                Sentence.of(
                        "coco.detection",
                        "detection {0} at byte {1} is left out: {2}",
                        index,
                        reject.position(),
                        reject.reason()),
                Sentence.of("coco.detection.remedy", "mend or remove this element of the results file"));
    }

    private static Finding otherLength(Path file, int first, DetectionParser part, int values) {
        return Finding.ofFile(
                Finding.Severity.ERROR,
                "coco.detection",
                file,
                Sentence.of(
                        "coco.detection.length",
                        "{0} detections from number {1} on are left out: their keypoints hold {2} numbers, the first detection's hold {3}",
                        part.size,
                        first,
                        part.valuesPerDetection,
                        values),
                Sentence.of("coco.detection.length.remedy", "keep results of one skeleton in one file"));
    }

    private static Finding damaged(Path file, JsonFault fault) {
        return Finding.ofFile(
                Finding.Severity.ERROR,
                fault.isCutOff() ? "coco.cut-off" : "coco.syntax",
                file,
                Sentence.of(
                        "coco.results-end",
                        "reading stopped at byte {0}: {1}; the detections before it are used",
                        fault.position(),
                        fault.sentence()),
                Sentence.of("coco.results-end.remedy", "write the results file again"));
    }
}
