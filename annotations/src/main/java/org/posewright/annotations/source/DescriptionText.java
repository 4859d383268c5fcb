package org.posewright.annotations.source;

import java.util.List;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.source.DatasetDescription.SplitCount;

/** The one sentence that says what was understood. Pure. */
final class DescriptionText {

    private DescriptionText() {}

    /**
     * @param what kind and name of the dataset
     * @param labels where its labels are
     */
    static Sentence sentence(Sentence what, List<SplitCount> splits, Skeleton skeleton, Sentence labels) {
        return Sentence.of(
                "dataset.described", "{0}: {1}, {2}, {3}.", what, pictures(splits), keypoints(skeleton), labels);
    }

    private static Sentence keypoints(Skeleton skeleton) {
        Sentence values = skeleton.valuesPerKeypoint() == 3
                ? Sentence.of("dataset.with-visibility", "(x, y, visibility)")
                : Sentence.of("dataset.without-visibility", "(x, y)");
        return skeleton.size() == 1
                ? Sentence.of("dataset.keypoint", "{0} keypoint {1}", skeleton.size(), values)
                : Sentence.of("dataset.keypoints", "{0} keypoints {1}", skeleton.size(), values);
    }

    static Sentence pictures(List<SplitCount> splits) {
        if (splits.isEmpty()) {
            return Sentence.of("dataset.no-pictures", "no pictures");
        }
        Sentence counts = count(splits.get(0));
        for (int i = 1; i < splits.size(); i++) {
            counts = i == splits.size() - 1
                    ? Sentence.of("dataset.and", "{0} and {1}", counts, count(splits.get(i)))
                    : Sentence.of("dataset.comma", "{0}, {1}", counts, count(splits.get(i)));
        }
        int total = splits.stream().mapToInt(SplitCount::images).sum();
        return total == 1
                ? Sentence.of("dataset.picture", "{0} picture", counts)
                : Sentence.of("dataset.pictures", "{0} pictures", counts);
    }

    private static Sentence count(SplitCount split) {
        boolean isNamed = !split.split().equals(FolderNames.NO_SPLIT);
        return Sentence.verbatim(split.images() + (isNamed ? " " + split.split() : ""));
    }
}
