package org.posewright.training.checkpoint.pickle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.posewright.training.checkpoint.CheckpointException;

/** Dictionary keys a pickle may use: plain values and short tuples of them, so that hashing never walks a hostile structure. */
final class PickleKeys {
    private static final int MAX_TUPLE = 64;

    private PickleKeys() {}

    static @Nullable Object checked(@Nullable Object key) {
        if (isPlain(key) || key instanceof GlobalName || key instanceof InertObject) {
            return key;
        }
        boolean tuple = key instanceof List<?> && !(key instanceof ArrayList<?>);
        if (tuple
                && key instanceof List<?> parts
                && parts.size() <= MAX_TUPLE
                && parts.stream().allMatch(PickleKeys::isPlain)) {
            return key;
        }
        throw new CheckpointException(
                "The pickle uses a dictionary key that is neither a plain value nor a short tuple.");
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
