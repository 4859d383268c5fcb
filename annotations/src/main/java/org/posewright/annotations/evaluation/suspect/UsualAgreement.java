package org.posewright.annotations.evaluation.suspect;

import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.posewright.annotations.evaluation.ComparisonRule;
import org.posewright.annotations.evaluation.ImageComparison;
import org.posewright.annotations.evaluation.PersonMatch;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeleton;

/** How well a model's confident predictions usually fit the labels of a dataset. */
public final class UsualAgreement {

    private static final int MOST_IMAGES = 2_000;
    private static final int LEAST_MATCHES = 20;

    private UsualAgreement() {}

    /**
     * The median OKS of confident predictions with the people that they mean, over at most some thousand pictures.
     *
     * @param predictions of a picture, best score first
     * @return 0 when there are too few to tell
     */
    public static double oks(
            List<ImageRecord> images,
            Function<ImageRecord, List<PosePrediction>> predictions,
            Skeleton skeleton,
            SuspectRule rule) {
        ComparisonRule comparison = ComparisonRule.forDisplay(skeleton, rule.areaRule());
        int every = 1 + (images.size() - 1) / MOST_IMAGES;
        DoubleStream.Builder all = DoubleStream.builder();
        for (int i = 0; i < images.size(); i += every) {
            ImageRecord image = images.get(i);
            for (PersonMatch match : ImageComparison.of(image, predictions.apply(image), comparison)
                    .matches()) {
                if (!match.ignored() && match.prediction().score() >= rule.personScore()) {
                    all.add(match.oks());
                }
            }
        }
        double[] sorted = all.build().sorted().toArray();
        return sorted.length < LEAST_MATCHES ? 0 : sorted[sorted.length / 2];
    }
}
