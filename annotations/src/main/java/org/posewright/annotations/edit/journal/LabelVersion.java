package org.posewright.annotations.edit.journal;

/**
 * Names the content of a label file at one time.
 *
 * @param file path below the dataset's root with {@code /} between parts, or absolute when it lies elsewhere; empty when a picture has
 *     no label file to speak of
 * @param content stands for the bytes: equal text means equal bytes
 */
public record LabelVersion(String file, String content) {

    /** The content of a file that does not exist. */
    public static final String ABSENT = "absent";

    /** No file is known. */
    public static final LabelVersion NONE = new LabelVersion("", ABSENT);

    /** The version of a file by its size and a checksum of its bytes. */
    public static LabelVersion of(String file, long sizeBytes, long contentHash) {
        return new LabelVersion(file, sizeBytes + "-" + Long.toHexString(contentHash));
    }

    public static LabelVersion absent(String file) {
        return new LabelVersion(file, ABSENT);
    }
}
