package org.posewright.annotations.convert;

import java.nio.file.Path;
import java.util.List;
import org.posewright.annotations.model.Finding;

/**
 * What an export did.
 *
 * @param main the file to open: the yaml of a YOLO dataset, the folder of COCO files, the table
 * @param images written
 * @param people written
 * @param leftOut people that are not written, by reason
 * @param findings what the person should know, such as missing pictures and changed names
 */
public record ExportReport(Path main, int images, int people, LeftOut leftOut, List<Finding> findings) {

    /**
     * People that are not written.
     *
     * @param crowds regions of many people
     * @param withoutKeypoints no point labelled, where only those with points were wanted, or no keypoints in the COCO file
     * @param emptyBoxes width or height of zero or less
     * @param duplicates box and class of an earlier one of the same picture
     */
    public record LeftOut(int crowds, int withoutKeypoints, int emptyBoxes, int duplicates) {

        public static final LeftOut NOBODY = new LeftOut(0, 0, 0, 0);

        LeftOut plus(LeftOut other) {
            return new LeftOut(
                    crowds + other.crowds,
                    withoutKeypoints + other.withoutKeypoints,
                    emptyBoxes + other.emptyBoxes,
                    duplicates + other.duplicates);
        }

        public int total() {
            return crowds + withoutKeypoints + emptyBoxes + duplicates;
        }
    }

    public ExportReport {
        findings = List.copyOf(findings);
    }
}
