package org.posewright.app.viewmodel.browser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.ImageKey;

/**
 * Pictures in the order of the browser; immutable, with an index so that nothing scans.
 *
 * @param places key to place in {@code keys}
 */
public record PictureList(List<ImageKey> keys, Map<ImageKey, Integer> places) {

    public static final PictureList EMPTY = new PictureList(List.of(), Map.of());

    /** Indexes keys; grows with their number, so call it in a job. */
    public static PictureList of(List<ImageKey> keys) {
        Map<ImageKey, Integer> places = new HashMap<>(keys.size() * 2);
        for (int i = 0; i < keys.size(); i++) {
            places.put(keys.get(i), i);
        }
        return new PictureList(keys, places);
    }

    /** -1 when it is not listed. */
    public int indexOf(ImageKey key) {
        return places.getOrDefault(key, -1);
    }
}
