package org.posewright.annotations.evaluation.suspect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.posewright.annotations.evaluation.ComparisonRule;
import org.posewright.annotations.evaluation.ImageComparison;
import org.posewright.annotations.evaluation.KeypointDifference;
import org.posewright.annotations.evaluation.Oks;
import org.posewright.annotations.evaluation.PersonMatch;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Keypoint;
import org.posewright.annotations.model.Keypoints;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Visibility;

/**
 * Finds labels that confident predictions speak against. Models err too: where the label's own limbs look right and the model's would
 * not, the label is believed.
 */
final class ModelSuspects {

    private static final double SAME_PERSON_IOU = 0.5;
    private static final double TRUSTED_OKS = 0.5;
    private static final double FAR_SIMILARITY = 0.1;
    /** The same for a prediction that fits all other points well. */
    private static final double FAR_SIMILARITY_OF_GOOD_FIT = 0.2;

    private static final double NEAR_SIMILARITY = 0.5;
    private static final int LEAST_PAIRS_OF_A_BODY = 3;
    /** A body that no model overlooks: so much of it is in sight, and so large it is. */
    private static final double PLAIN_SHARE = 0.75;

    private static final double PLAIN_AREA_PIXELS = 128 * 128;
    /** Where the label's own limbs say nothing, the model must be surer of a point. */
    private static final double SURE_CONFIDENCE = 0.75;
    /** An exchange may lengthen the limbs by so much and still be believed: people seen from the side say little. */
    private static final double LONGER = 1.05;
    /** A box that ends so near to the edge of the picture goes on outside; a share of the picture's side. */
    private static final double CUT_OFF = 0.005;

    private final Skeleton skeleton;
    private final LimbStatistics limbs;
    private final SuspectRule rule;
    private final ComparisonRule comparison;
    private final Oks oks;

    ModelSuspects(Skeleton skeleton, LimbStatistics limbs, SuspectRule rule) {
        this.skeleton = skeleton;
        this.limbs = limbs;
        this.rule = rule;
        comparison = ComparisonRule.forDisplay(skeleton, rule.areaRule());
        oks = Oks.of(skeleton);
    }

    List<LabelSuspect> inspect(ImageRecord image, List<PosePrediction> predictions) {
        ImageComparison compared = ImageComparison.of(image, predictions, comparison);
        List<LabelSuspect> suspects = new ArrayList<>();
        for (PersonMatch match : compared.matches()) {
            if (!match.ignored() && match.prediction().score() >= rule.personScore()) {
                matched(image, match, suspects);
            }
        }
        List<Integer> extra = new ArrayList<>(compared.extraPredictions());
        for (PersonInstance person : compared.missed()) {
            if (!person.isIgnoredByEvaluator()) {
                missed(image, person, predictions, extra, suspects);
            }
        }
        for (int index : extra) {
            PosePrediction prediction = predictions.get(index);
            boolean unlabeled =
                    image.people().stream().noneMatch(person -> person.box().iou(prediction.box()) >= SAME_PERSON_IOU);
            if (prediction.score() >= rule.personScore() && unlabeled) {
                suspects.add(new LabelSuspect(
                        image.key(),
                        SuspectKind.PERSON_MISSING,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalInt.of(index),
                        List.of(),
                        prediction.score()));
            }
        }
        return suspects;
    }

    /** A person without a match: perhaps labelled the wrong way round, so that a detection on the same box does not count. */
    private void missed(
            ImageRecord image,
            PersonInstance person,
            List<PosePrediction> predictions,
            List<Integer> extra,
            List<LabelSuspect> suspects) {
        for (int index : extra) {
            PosePrediction prediction = predictions.get(index);
            boolean sameBox = person.box().iou(prediction.box()) >= SAME_PERSON_IOU;
            if (sameBox && prediction.score() >= rule.personScore()) {
                matched(image, PersonMatch.of(person, index, prediction, comparison), suspects);
                extra.remove(Integer.valueOf(index));
                return;
            }
        }
        if (isInPlainSight(person)) {
            suspects.add(
                    LabelSuspect.ofPerson(image.key(), SuspectKind.PERSON_UNCONFIRMED, person.id(), List.of(), 0.3));
        }
    }

    private boolean isInPlainSight(PersonInstance person) {
        int visible = 0;
        for (int k = 0; k < person.keypoints().size(); k++) {
            visible += person.keypoints().visibility(k) == Visibility.VISIBLE ? 1 : 0;
        }
        return visible >= PLAIN_SHARE * skeleton.size() && person.box().area() >= PLAIN_AREA_PIXELS;
    }

    /** Whether a confident prediction shows that a doubt about a label is unfounded: it sees the same points at the same places. */
    boolean refutes(LabelSuspect suspect, ImageRecord image, List<PosePrediction> predictions) {
        if (suspect.person().isEmpty()) {
            return false;
        }
        return ImageComparison.of(image, predictions, comparison)
                .matchOf(suspect.person().getAsLong())
                .filter(match -> match.prediction().score() >= rule.personScore())
                .filter(match -> switch (suspect.kind()) {
                    case SIDES_SWAPPED ->
                        match.oks() >= TRUSTED_OKS && swappedPoints(match, 1).isEmpty();
                    case PAIR_SWAPPED, PEOPLE_SWAPPED, JOINT_OUTSIDE_BOX, JOINT_DISPLACED ->
                        suspect.keypoints().stream().allMatch(k -> confirms(match, k));
                    case VISIBILITY ->
                        suspect.keypoints().stream()
                                .noneMatch(k -> match.person().keypoints().isLabeled(k)
                                        || confidence(match, k) >= rule.flagConfidence());
                    case DUPLICATE_PERSON, PERSON_MISSING, PERSON_UNCONFIRMED -> false;
                })
                .isPresent();
    }

    private boolean confirms(PersonMatch match, int keypoint) {
        KeypointDifference point = match.keypoints().get(keypoint);
        return point.counted()
                && point.similarity() >= NEAR_SIMILARITY
                && confidence(match, keypoint) >= rule.pointConfidence();
    }

    private void matched(ImageRecord image, PersonMatch match, List<LabelSuspect> suspects) {
        List<Integer> swapped = swappedPoints(match, 1);
        boolean body = swapped.size() >= 2 * LEAST_PAIRS_OF_A_BODY;
        // Points that lie close together are exchanged by any wobble; only a whole body of them says something.
        swapped = body ? swapped : swappedPoints(match, FAR_SIMILARITY);
        if (!swapped.isEmpty() && (body || !exchangeLengthens(match.person(), swapped))) {
            SuspectKind kind = body ? SuspectKind.SIDES_SWAPPED : SuspectKind.PAIR_SWAPPED;
            suspects.add(suspect(
                    image,
                    match,
                    kind,
                    body ? List.of() : swapped,
                    match.prediction().score()));
        }
        for (KeypointDifference point : match.keypoints()) {
            int k = point.keypoint();
            ScoredKeypoint predicted = match.prediction().keypoints().get(k);
            double others = othersSimilarity(match, k);
            boolean trusted = others >= rule.trustedOks();
            double far = rule.isGoodFit(others) ? FAR_SIMILARITY_OF_GOOD_FIT : FAR_SIMILARITY;
            if (point.counted() && !swapped.contains(k) && trusted) {
                if (point.similarity() < far && isBetterPlace(match.person(), k, predicted)) {
                    double strength = predicted.confidence() * (1 - point.similarity());
                    suspects.add(suspect(image, match, SuspectKind.JOINT_DISPLACED, List.of(k), strength));
                }
            } else if (isUnlabeledInSight(image, match, predicted, k) && trusted) {
                suspects.add(suspect(image, match, SuspectKind.VISIBILITY, List.of(k), predicted.confidence()));
            }
        }
    }

    private boolean isBetterPlace(PersonInstance person, int k, ScoredKeypoint predicted) {
        Keypoint moved =
                Keypoint.ofFile(predicted.x(), predicted.y(), person.keypoints().visibility(k));
        double asLabeled = limbs.leastExcess(person, k, skeleton);
        double asPredicted = limbs.leastExcess(person.withKeypoint(k, moved), k, skeleton);
        if (asLabeled <= 1 && person.keypoints().visibility(k) == Visibility.OCCLUDED) {
            // Of what is hidden a person who knows the scene knows more than a model.
            return false;
        }
        double needed = asLabeled > 1 ? rule.pointConfidence() : Math.max(rule.pointConfidence(), SURE_CONFIDENCE);
        return predicted.confidence() >= needed && asPredicted <= Math.max(1, asLabeled);
    }

    /** Whether the body would get longer limbs if points were exchanged with their partners. */
    private boolean exchangeLengthens(PersonInstance person, List<Integer> points) {
        double asLabeled = 0;
        double exchanged = 0;
        Keypoints label = person.keypoints();
        for (Skeleton.Limb limb : skeleton.limbs()) {
            int from = points.contains(limb.from()) ? skeleton.partner(limb.from()) : limb.from();
            int to = points.contains(limb.to()) ? skeleton.partner(limb.to()) : limb.to();
            if (label.isLabeled(limb.from()) && label.isLabeled(limb.to())) {
                asLabeled += Math.hypot(
                        label.x(limb.from()) - label.x(limb.to()), label.y(limb.from()) - label.y(limb.to()));
                exchanged += Math.hypot(label.x(from) - label.x(to), label.y(from) - label.y(to));
            }
        }
        return exchanged > LONGER * asLabeled;
    }

    private boolean isUnlabeledInSight(ImageRecord image, PersonMatch match, ScoredKeypoint predicted, int k) {
        return !FacePoints.contains(skeleton, k)
                && !match.person().keypoints().isLabeled(k)
                && match.person().keypoints().labeledCount() > 0
                && predicted.confidence() >= rule.flagConfidence()
                && isWellInside(image, match, predicted, k);
    }

    /** Inside the picture, and of a person who goes on outside by more than annotators differ: the point may be out there. */
    private boolean isWellInside(ImageRecord image, PersonMatch match, ScoredKeypoint point, int k) {
        boolean cutOff = isCutOff(match.person().box(), image.size());
        double tolerance = 2 * skeleton.sigmas().get(k) * Math.sqrt(match.area().areaPixels());
        double margin = cutOff ? tolerance : 0;
        return point.x() > margin
                && point.y() > margin
                && point.x() < image.size().width() - margin
                && point.y() < image.size().height() - margin;
    }

    private static boolean isCutOff(Box box, ImageSize size) {
        double nearX = CUT_OFF * size.width();
        double nearY = CUT_OFF * size.height();
        return box.x() < nearX
                || box.y() < nearY
                || box.right() > size.width() - nearX
                || box.bottom() > size.height() - nearY;
    }

    private static LabelSuspect suspect(
            ImageRecord image, PersonMatch match, SuspectKind kind, List<Integer> keypoints, double strength) {
        return LabelSuspect.ofPerson(image.key(), kind, match.person().id(), keypoints, strength)
                .withPrediction(match.predictionIndex());
    }

    /** Mean similarity of the person's other points: whether the prediction means this person at all. */
    private static double othersSimilarity(PersonMatch match, int except) {
        return match.keypoints().stream()
                .filter(point -> point.counted() && point.keypoint() != except)
                .mapToDouble(KeypointDifference::similarity)
                .average()
                .orElse(0);
    }

    /** @param ownSimilarity most that the mean of a pair's points may resemble the label as it is */
    private List<Integer> swappedPoints(PersonMatch match, double ownSimilarity) {
        List<Integer> swapped = new ArrayList<>();
        for (Skeleton.Limb pair : skeleton.symmetricPairs()) {
            Keypoints label = match.person().keypoints();
            if (label.isLabeled(pair.from()) && label.isLabeled(pair.to())) {
                double own = similarity(match, pair.from(), pair.from()) + similarity(match, pair.to(), pair.to());
                double crossed = similarity(match, pair.from(), pair.to()) + similarity(match, pair.to(), pair.from());
                boolean sure = confidence(match, pair.from()) >= rule.pointConfidence()
                        && confidence(match, pair.to()) >= rule.pointConfidence();
                boolean apart = own <= 2 * ownSimilarity;
                if (sure && apart && crossed >= 2 * NEAR_SIMILARITY && crossed - own > NEAR_SIMILARITY) {
                    swapped.add(pair.from());
                    swapped.add(pair.to());
                }
            }
        }
        return swapped;
    }

    private double similarity(PersonMatch match, int predicted, int labeled) {
        ScoredKeypoint point = match.prediction().keypoints().get(predicted);
        Keypoints label = match.person().keypoints();
        return oks.similarityOfPoints(
                point.x() - label.x(labeled),
                point.y() - label.y(labeled),
                predicted,
                match.area().areaPixels());
    }

    private static double confidence(PersonMatch match, int keypoint) {
        return match.prediction().keypoints().get(keypoint).confidence();
    }
}
