package org.posewright.annotations.coco;

import java.util.Map;

/**
 * Where the annotations stand in the file, for splicing. Elements are counted in file order and include those that are no people.
 *
 * @param starts byte offset of each element
 * @param lengths bytes of each element
 * @param personIds id that the program uses for each element; {@link RawAnnotation#NO_ID} for those it leaves out
 * @param arrayStart behind the opening bracket of {@code annotations}; -1 when the file has none
 * @param complete whether the closing bracket was reached
 * @param imageIdTokens JSON text of image ids that are not plain numbers, by the id that the program uses
 */
record CocoLayout(
        long[] starts,
        int[] lengths,
        long[] personIds,
        long arrayStart,
        boolean complete,
        Map<Long, String> imageIdTokens) {

    int elementCount() {
        return starts.length;
    }

    long end(int element) {
        return starts[element] + lengths[element];
    }
}
