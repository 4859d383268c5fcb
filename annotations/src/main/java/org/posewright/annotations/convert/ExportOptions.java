package org.posewright.annotations.convert;

/**
 * Choices of an export.
 *
 * @param people which people are written
 * @param overwrite whether files that exist may be replaced
 */
public record ExportOptions(PictureTransfer pictures, People people, Digits digits, boolean overwrite) {

    /** Which people a YOLO export writes. */
    public enum People {
        /** All but crowds, as Ultralytics' converter does: those without a labelled point train the box alone. */
        ALL,
        /** Those with a labelled point, and only pictures that have one: how the published COCO-Pose labels are made. */
        WITH_KEYPOINTS
    }

    /** How YOLO numbers are written. */
    public enum Digits {
        /** Six significant digits, as Ultralytics' converter does (C's %g). */
        SIX,
        /** As many as it takes to get the same pixel value back. */
        ALL
    }

    /** What Ultralytics' converter does, with copies of the pictures. */
    public static final ExportOptions DEFAULT = new ExportOptions(PictureTransfer.COPY, People.ALL, Digits.SIX, false);

    public ExportOptions withPictures(PictureTransfer newPictures) {
        return new ExportOptions(newPictures, people, digits, overwrite);
    }

    public ExportOptions withPeople(People newPeople) {
        return new ExportOptions(pictures, newPeople, digits, overwrite);
    }

    public ExportOptions withDigits(Digits newDigits) {
        return new ExportOptions(pictures, people, newDigits, overwrite);
    }

    public ExportOptions overwriting() {
        return new ExportOptions(pictures, people, digits, true);
    }
}
