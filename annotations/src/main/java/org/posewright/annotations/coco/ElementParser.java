package org.posewright.annotations.coco;

import java.io.IOException;

/** Takes the elements of one range of a JSON array. Belongs to one thread. */
interface ElementParser {

    /** Told before the first element about how many bytes of elements are to come, so that arrays can be made large enough at once. */
    default void expectBytes(long bytes) {}

    /** Consumes exactly one element. */
    void element(JsonScanner in) throws IOException;
}
