package org.posewright.annotations.source;

import java.util.List;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.source.DatasetDescription.SplitCount;

/** The one sentence that says what was understood. Pure. */
final class DescriptionText {

    private DescriptionText() {}

    static String sentence(String what, String name, List<SplitCount> splits, Skeleton skeleton, String ending) {
        return what + " " + name + ": " + pictures(splits) + ", " + skeleton.size()
                + (skeleton.size() == 1 ? " keypoint " : " keypoints ")
                + (skeleton.valuesPerKeypoint() == 3 ? "(x, y, visibility)" : "(x, y)") + ", " + ending + ".";
    }

    static String pictures(List<SplitCount> splits) {
        StringBuilder text = new StringBuilder();
        int total = 0;
        for (int i = 0; i < splits.size(); i++) {
            text.append(i == 0 ? "" : i == splits.size() - 1 ? " and " : ", ");
            text.append(splits.get(i).images());
            if (!splits.get(i).split().equals(FolderNames.NO_SPLIT)) {
                text.append(' ').append(splits.get(i).split());
            }
            total += splits.get(i).images();
        }
        return splits.isEmpty() ? "no pictures" : text + (total == 1 ? " picture" : " pictures");
    }
}
