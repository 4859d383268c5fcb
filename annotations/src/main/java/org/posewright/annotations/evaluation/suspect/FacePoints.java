package org.posewright.annotations.evaluation.suspect;

import java.util.List;
import java.util.Locale;
import org.posewright.annotations.model.Skeleton;

/** Points of the head: a turn of it or hair hides them without any limb telling, and annotators leave them out. */
final class FacePoints {

    private static final List<String> NAMES = List.of("nose", "eye", "ear");

    private FacePoints() {}

    static boolean contains(Skeleton skeleton, int keypoint) {
        String name = skeleton.keypointNames().get(keypoint).toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(name::contains);
    }
}
