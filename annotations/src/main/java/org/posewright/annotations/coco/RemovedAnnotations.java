package org.posewright.annotations.coco;

import java.io.IOException;
import java.util.List;

/** Remembers the text of annotations that saves cut out of one file. */
public interface RemovedAnnotations {

    /** Remembers nothing: an annotation that comes back is composed anew. */
    RemovedAnnotations NONE = new RemovedAnnotations() {
        @Override
        public List<RemovedAnnotation> all() {
            return List.of();
        }

        @Override
        public void keep(List<RemovedAnnotation> annotations) {
            // Nobody asks for them.
        }
    };

    /** All that was ever kept, in that order; an id may occur again. */
    List<RemovedAnnotation> all() throws IOException;

    /**
     * Called before the file without them is written.
     *
     * @param annotations last of the file first, so that each one's predecessor is there when it goes
     */
    void keep(List<RemovedAnnotation> annotations) throws IOException;
}
