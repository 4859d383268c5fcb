package org.posewright.annotations.coco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order that all annotations would have if none had been removed: removals are taken back from the last to the first, each behind
 * the annotation that stood before it at that time.
 */
final class AnnotationOrder {

    private static final long HEAD = RawAnnotation.NO_ID;

    private final Map<Long, Long> next = new HashMap<>();
    private long tail = HEAD;

    /**
     * @param present ids in the file, in its order
     * @param removed in order of time
     */
    AnnotationOrder(long[] present, List<RemovedAnnotation> removed) {
        for (long id : present) {
            if (id != HEAD && !contains(id)) {
                insert(tail, id);
            }
        }
        for (int i = removed.size() - 1; i >= 0; i--) {
            RemovedAnnotation one = removed.get(i);
            if (!contains(one.id())) {
                long after = one.after().orElse(HEAD);
                insert(after == HEAD || contains(after) ? after : tail, one.id());
            }
        }
    }

    private boolean contains(long id) {
        return id == tail || next.containsKey(id);
    }

    private void insert(long after, long id) {
        Long follower = next.put(after, id);
        if (follower == null) {
            tail = id;
        } else {
            next.put(id, follower);
        }
    }

    /** All ids. */
    List<Long> ids() {
        List<Long> ids = new ArrayList<>(next.size());
        for (Long id = next.get(HEAD); id != null; id = next.get(id)) {
            ids.add(id);
        }
        return ids;
    }
}
