package org.posewright.annotations.coco;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;

/** Decides which skeleton the file's people have, and whether points have two or three numbers. */
final class SkeletonChoice {

    private final List<CocoCategory> categories;
    private final List<RawAnnotation> annotations;
    private final List<Defect> defects;

    SkeletonChoice(List<CocoCategory> categories, List<RawAnnotation> annotations, List<Defect> defects) {
        this.categories = categories;
        this.annotations = annotations;
        this.defects = defects;
    }

    Skeleton choose() {
        Optional<CocoCategory> first = categories.stream()
                .filter(category -> !category.keypointNames().isEmpty())
                .findFirst();
        if (first.isEmpty()) {
            return withoutNames();
        }
        CocoCategory category = first.get();
        int count = category.keypointNames().size();
        tellOthers(category);
        int values = hasLength(2 * count) && !hasLength(3 * count) ? 2 : 3;
        if (new HashSet<>(category.keypointNames()).size() == count) {
            return SkeletonBuilder.of(category, values);
        }
        defects.add(Defect.error(
                "coco.keypoint-names",
                0,
                Sentence.of(
                        "coco.keypoint-names",
                        "the keypoint names of {0} are not unique; points are shown by number",
                        category.name()),
                Sentence.of("coco.keypoint-names.remedy", "give each keypoint a name of its own")));
        return Skeletons.numbered(count, values);
    }

    private void tellOthers(CocoCategory chosen) {
        for (CocoCategory other : categories) {
            if (!other.keypointNames().isEmpty() && !other.keypointNames().equals(chosen.keypointNames())) {
                defects.add(Defect.warning(
                        "coco.skeletons",
                        0,
                        Sentence.of(
                                "coco.skeletons",
                                "the category {0} has other keypoints than {1}; one skeleton is shown at a time",
                                other.name(),
                                chosen.name()),
                        Sentence.of(
                                "coco.skeletons.remedy",
                                "keep categories of different skeletons in files of their own")));
            }
        }
    }

    private Skeleton withoutNames() {
        int length = annotations.stream()
                .mapToInt(annotation -> annotation.valueCount)
                .filter(count -> count > 0 && count % 3 == 0)
                .findFirst()
                .orElse(0);
        int coco = Skeletons.COCO_PERSON.size();
        Skeleton skeleton =
                length == 0 || length == 3 * coco ? Skeletons.COCO_PERSON : Skeletons.numbered(length / 3, 3);
        if (annotations.isEmpty()) {
            return skeleton;
        }
        defects.add(Defect.note(
                "coco.no-skeleton",
                0,
                Sentence.of(
                        "coco.no-skeleton",
                        "no category names keypoints; {0}",
                        (skeleton == Skeletons.COCO_PERSON
                                ? Sentence.of("coco.no-skeleton.person", "COCO's person of 17 points is assumed")
                                : Sentence.of(
                                        "coco.no-skeleton.numbered",
                                        "the {0} points are shown by number",
                                        skeleton.size()))),
                Sentence.of("coco.no-skeleton.remedy", "add \"keypoints\" and \"skeleton\" to the category")));
        return skeleton;
    }

    private boolean hasLength(int count) {
        return annotations.stream().anyMatch(annotation -> annotation.valueCount == count);
    }
}
