package org.posewright.annotations.yolo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.model.Skeletons;

final class LabelFixtures {

    static final ImageSize FRAME = new ImageSize(640, 427);
    static final LabelPlace PLACE = new LabelPlace(Path.of("labels/a.txt"), new ImageKey("images/a.jpg"));
    static final Skeleton TWO_POINTS = Skeletons.numbered(2, 3);
    static final Skeleton TWO_BARE_POINTS = Skeletons.numbered(2, 2);

    private LabelFixtures() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static YoloLabels read(Skeleton skeleton, String text) {
        return new YoloLabelReader(skeleton, 1).read(bytes(text), PLACE, FRAME);
    }
}
