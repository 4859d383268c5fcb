package org.posewright.annotations.coco;

import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.Keypoints;

/** An element of {@code annotations} as read, before it is known which skeleton and images the file has. */
final class RawAnnotation {

    /** Stands for an id that is missing or no whole number. */
    static final long NO_ID = Long.MIN_VALUE;

    /** Byte offset of the opening brace. */
    final long start;

    int lengthBytes;
    boolean isObject = true;
    long id = NO_ID;
    long imageId = NO_ID;

    @Nullable
    String imageIdText;

    long categoryId = NO_ID;

    @Nullable
    Box box;

    double areaPixels = Double.NaN;
    boolean crowd;
    int declaredKeypoints = -1;
    /** Count of numbers in {@code keypoints}; -1 when the key is absent. */
    int valueCount = -1;
    /** The points when all of them are well-formed triplets. */
    @Nullable
    Keypoints keypoints;
    /** The numbers when they are not. */
    double @Nullable [] values;
    /** The id that the program uses for the person: {@link #id} unless that is missing or taken. */
    long personId = NO_ID;

    RawAnnotation(long start) {
        this.start = start;
    }
}
