package org.posewright.annotations.evaluation.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.Skeleton;

/** Human noise that follows corrections picture by picture: a change costs as much as its picture has corrections. Not thread-safe. */
public final class NoiseTally {

    private final Skeleton skeleton;
    private final Map<ImageKey, List<JointCorrection>> byImage = new HashMap<>();
    private final long[] counts;
    /** Exact, so that what is taken out again leaves nothing behind. */
    private final BigDecimal[] sums;

    public NoiseTally(Skeleton skeleton) {
        this.skeleton = skeleton;
        counts = new long[skeleton.size()];
        sums = new BigDecimal[skeleton.size()];
        Arrays.fill(sums, BigDecimal.ZERO);
    }

    /** Puts all corrections of a picture in place of those that it had; joints that the skeleton lacks take no part. */
    public void put(ImageKey image, List<JointCorrection> corrections) {
        List<JointCorrection> known = corrections.stream()
                .filter(one -> one.keypoint() < counts.length)
                .toList();
        List<JointCorrection> before = known.isEmpty() ? byImage.remove(image) : byImage.put(image, known);
        if (before != null) {
            before.forEach(one -> count(one, -1));
        }
        known.forEach(one -> count(one, 1));
    }

    private void count(JointCorrection one, int sign) {
        int k = one.keypoint();
        counts[k] += sign;
        sums[k] = sums[k].add(new BigDecimal(sign * one.squaredRelativeDistance()));
    }

    /** Empty while nobody was corrected. */
    public Optional<HumanNoise> noise() {
        if (byImage.isEmpty()) {
            return Optional.empty();
        }
        List<HumanNoise.Joint> joints = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            double spread = counts[k] == 0 ? Double.NaN : Math.sqrt(sums[k].doubleValue() / counts[k]);
            joints.add(
                    new HumanNoise.Joint(k, counts[k], spread, skeleton.sigmas().get(k)));
        }
        return Optional.of(new HumanNoise(joints));
    }
}
