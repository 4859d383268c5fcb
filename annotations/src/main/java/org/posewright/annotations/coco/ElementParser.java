package org.posewright.annotations.coco;

import java.io.IOException;

/** Takes the elements of one range of a JSON array. Belongs to one thread. */
interface ElementParser {

    /** Consumes exactly one element. */
    void element(JsonScanner in) throws IOException;
}
