package org.posewright.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.posewright.annotations.evaluation.DetectionBlock;
import org.posewright.annotations.evaluation.EvaluationInput;
import org.posewright.annotations.evaluation.GroundTruthBlock;
import org.posewright.annotations.evaluation.Oks;
import org.posewright.annotations.evaluation.diagnosis.DiagnosisCase;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.diagnosis.Place;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Visibility;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.runtime.image.ImageDecoder;
import org.posewright.runtime.image.ImageEncoder;
import org.posewright.runtime.image.ImageFrame;
import org.posewright.runtime.image.PaintStyle;
import org.posewright.runtime.image.SkeletonPainter;

/** Draws the worst cases of an evaluation for its report: label and prediction of a person on their picture. */
public final class CasePictures {

    private final EvaluationReport report;
    private final PictureFinder files;

    /** Finds the picture behind an index of the evaluation; empty when it is not there. */
    @FunctionalInterface
    public interface PictureFinder {
        Optional<Path> file(int imageIndex);
    }

    public CasePictures(EvaluationReport report, PictureFinder files) {
        this.report = report;
        this.files = files;
    }

    private record Case(Place place, double oks, Map<KeypointError, Integer> joints) {}

    /**
     * The worst people, each picture once; pictures that are not there are passed over.
     *
     * @throws IOException if a picture is there and cannot be read
     */
    public List<ReportPicture> worst(int count, ProgressListener progress, CancellationToken token) throws IOException {
        List<ReportPicture> pictures = new ArrayList<>();
        Set<Integer> shown = new HashSet<>();
        for (Case found : cases()) {
            token.throwIfCancelled();
            Optional<Path> file = files.file(found.place().imageIndex());
            if (pictures.size() < count
                    && file.isPresent()
                    && shown.add(found.place().imageIndex())) {
                pictures.add(picture(found, file.get()));
                progress.progress(pictures.size(), count, "");
            }
        }
        return pictures;
    }

    /** People with joints that are not good, worst OKS first. */
    private List<Case> cases() {
        Map<Place, Map<KeypointError, Integer>> byPlace = new HashMap<>();
        for (DiagnosisCase.KeypointCase found : report.diagnosis().keypointCases()) {
            byPlace.computeIfAbsent(found.place(), any -> new EnumMap<>(KeypointError.class))
                    .merge(found.error(), 1, Integer::sum);
        }
        EvaluationInput input = report.evaluation().input();
        Oks oks = report.evaluation().parameters().oks();
        List<Case> cases = new ArrayList<>();
        byPlace.forEach((place, joints) -> cases.add(new Case(
                place,
                oks.similarity(
                        place.detections(input),
                        place.detection().orElseThrow(),
                        place.people(input),
                        place.person().orElseThrow()),
                joints)));
        cases.sort(Comparator.comparingDouble(Case::oks)
                .thenComparingInt(found -> found.place().imageIndex()));
        return cases;
    }

    private ReportPicture picture(Case found, Path file) throws IOException {
        EvaluationInput input = report.evaluation().input();
        ImageFrame frame = new ImageDecoder().decode(file).frame();
        GroundTruthBlock people = found.place().people(input);
        int person = found.place().person().orElseThrow();
        DetectionBlock detections = found.place().detections(input);
        int detection = found.place().detection().orElseThrow();
        CaseCrop crop = CaseCrop.around(frame, subject(people, person, detections, detection));
        ImageFrame painted = new SkeletonPainter(report.skeleton(), PaintStyle.DEFAULTS)
                .paint(
                        crop.frame(),
                        List.of(label(people, person, crop)),
                        List.of(prediction(detections, detection, crop)));
        byte[] jpeg = new ImageEncoder().jpeg(painted);
        String joints = found.joints().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String caption = String.format(Locale.ROOT, "OKS %.3f · %s", found.oks(), joints);
        return new ReportPicture(String.valueOf(file.getFileName()), caption, jpeg);
    }

    /** Both boxes, where the results have one, and all labelled points, which may lie outside. */
    private static Box subject(GroundTruthBlock people, int person, DetectionBlock detections, int detection) {
        Box predicted = detections.box(detection);
        Box labeled = box(people, person);
        Box subject = predicted.area() > 0 ? labeled.union(predicted) : labeled;
        for (int k = 0; k < people.keypointCount(); k++) {
            if (people.isLabeled(person, k)) {
                subject = subject.union(new Box(people.x(person, k), people.y(person, k), 0, 0));
            }
        }
        return subject;
    }

    private static Box box(GroundTruthBlock people, int person) {
        return new Box(people.boxX(person), people.boxY(person), people.boxWidth(person), people.boxHeight(person));
    }

    private static PersonInstance label(GroundTruthBlock people, int person, CaseCrop crop) {
        List<Keypoint> points = new ArrayList<>();
        for (int k = 0; k < people.keypointCount(); k++) {
            points.add(
                    people.isLabeled(person, k)
                            ? Keypoint.ofFile(
                                    crop.x(people.x(person, k)), crop.y(people.y(person, k)), Visibility.VISIBLE)
                            : Keypoint.UNLABELED);
        }
        return PersonInstance.added(people.id(person), 0, crop.box(box(people, person)), Keypoints.of(points));
    }

    private static PosePrediction prediction(DetectionBlock detections, int detection, CaseCrop crop) {
        List<ScoredKeypoint> points = new ArrayList<>();
        for (int k = 0; k < detections.keypointCount(); k++) {
            points.add(new ScoredKeypoint(crop.x(detections.x(detection, k)), crop.y(detections.y(detection, k)), 1));
        }
        return new PosePrediction(crop.box(detections.box(detection)), 0, detections.score(detection), points);
    }
}
