package org.posewright.app.inference;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.posewright.annotations.coco.CocoException;
import org.posewright.annotations.coco.CocoResults;
import org.posewright.annotations.coco.ImageDetections;
import org.posewright.annotations.coco.ResultsReader;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;

/** The predictions of a COCO results file, found by picture: by COCO's image id, or by the number or name of the picture's file. */
public final class ResultsByPicture {

    /** No predictions for any picture. */
    public static final ResultsByPicture NONE = new ResultsByPicture(Path.of(""), Map.of());

    private static final int VALUES_PER_KEYPOINT = 3;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final Map<String, List<PosePrediction>> byPicture;

    private ResultsByPicture(Path file, Map<String, List<PosePrediction>> byPicture) {
        this.file = file;
        this.byPicture = byPicture;
    }

    /**
     * @param confidence predictions must score above this
     * @throws IOException if the file is missing or is no results file; one sentence that names it
     */
    public static ResultsByPicture read(Path file, double confidence) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("results=" + file + " is not a file; name an existing COCO results file");
        }
        CocoResults results = new ResultsReader().read(file);
        for (Finding finding : results.findings()) {
            if (finding.severity() == Finding.Severity.ERROR) {
                throw new CocoException(finding.told());
            }
        }
        Map<String, List<PosePrediction>> byPicture = new HashMap<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.scores()[i] > confidence) {
                byPicture
                        .computeIfAbsent(pictureOf(results, i), picture -> new ArrayList<>())
                        .add(prediction(results, i));
            }
        }
        return new ResultsByPicture(file, byPicture);
    }

    /**
     * @param keypointCount of the dataset's skeleton
     * @throws IOException if the results are of another skeleton
     */
    public List<PosePrediction> of(ImageRecord image, int keypointCount) throws IOException {
        ImageDetections names = ImageDetections.of(image, List.of());
        String id = names.imageId().isPresent() ? Long.toString(names.imageId().getAsLong()) : names.name();
        List<PosePrediction> people = byPicture.getOrDefault(id, List.of());
        requireKeypoints(people, keypointCount);
        return people;
    }

    private void requireKeypoints(List<PosePrediction> people, int keypointCount) throws IOException {
        for (PosePrediction person : people) {
            if (person.keypoints().size() != keypointCount) {
                throw new IOException(
                        file + " holds people of " + person.keypoints().size() + " keypoints but the dataset's have "
                                + keypointCount + "; choose results for this dataset");
            }
        }
    }

    /** The results file. */
    public Path file() {
        return file;
    }

    /** Whether a file looks like COCO results, which are a list, where COCO labels are an object. */
    public static boolean isResults(Path candidate) throws IOException {
        if (!String.valueOf(candidate.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json")
                || !Files.isRegularFile(candidate)) {
            return false;
        }
        try (Reader text = Files.newBufferedReader(candidate)) {
            int next = text.read();
            while (next >= 0 && (Character.isWhitespace(next) || next == BYTE_ORDER_MARK)) {
                next = text.read();
            }
            return next == '[';
        }
    }

    /**
     * @throws IOException if people have another number of keypoints than the dataset's skeleton
     */
    public void requireKeypoints(int keypointCount) throws IOException {
        for (List<PosePrediction> people : byPicture.values()) {
            requireKeypoints(people, keypointCount);
        }
    }

    private static String pictureOf(CocoResults results, int i) {
        long id = results.imageIds()[i];
        return id == CocoResults.TEXT_IMAGE_ID ? results.textImageIds().get(i) : Long.toString(id);
    }

    private static PosePrediction prediction(CocoResults results, int i) {
        List<ScoredKeypoint> points = new ArrayList<>();
        int from = results.valuesPerDetection() * i;
        for (int at = from; at < from + results.valuesPerDetection(); at += VALUES_PER_KEYPOINT) {
            points.add(new ScoredKeypoint(
                    results.keypoints()[at], results.keypoints()[at + 1], results.keypoints()[at + 2]));
        }
        boolean hasBox = results.boxes().length > 0 && !Double.isNaN(results.boxes()[4 * i]);
        Box box = hasBox
                ? new Box(
                        results.boxes()[4 * i],
                        results.boxes()[4 * i + 1],
                        results.boxes()[4 * i + 2],
                        results.boxes()[4 * i + 3])
                : extent(points);
        return new PosePrediction(box, 0, results.scores()[i], points);
    }

    private static Box extent(List<ScoredKeypoint> points) {
        double left = points.stream().mapToDouble(ScoredKeypoint::x).min().orElse(0);
        double top = points.stream().mapToDouble(ScoredKeypoint::y).min().orElse(0);
        double right = points.stream().mapToDouble(ScoredKeypoint::x).max().orElse(0);
        double bottom = points.stream().mapToDouble(ScoredKeypoint::y).max().orElse(0);
        return Box.ofCorners(left, top, right, bottom);
    }
}
