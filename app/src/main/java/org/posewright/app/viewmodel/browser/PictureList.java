package org.posewright.app.viewmodel.browser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.source.ImageEntry;

/**
 * Pictures in the order of the browser; immutable, with an index so that nothing scans. Equal only to itself: a property that holds one
 * compares it with the next, and that must not grow with the dataset.
 */
public final class PictureList {

    public static final PictureList EMPTY = of(List.of());

    private final List<ImageEntry> entries;
    private final List<ImageKey> keys;
    private final Map<ImageKey, Integer> places;

    private PictureList(List<ImageEntry> entries, List<ImageKey> keys, Map<ImageKey, Integer> places) {
        this.entries = entries;
        this.keys = keys;
        this.places = places;
    }

    /** Indexes pictures; grows with their number, so call it in a job. */
    public static PictureList of(List<ImageEntry> entries) {
        List<ImageEntry> own = List.copyOf(entries);
        List<ImageKey> keys = own.stream().map(ImageEntry::key).toList();
        Map<ImageKey, Integer> places = new HashMap<>(keys.size() * 2);
        for (int i = 0; i < keys.size(); i++) {
            places.put(keys.get(i), i);
        }
        return new PictureList(own, keys, places);
    }

    /** The pictures with their files. */
    public List<ImageEntry> entries() {
        return entries;
    }

    public List<ImageKey> keys() {
        return keys;
    }

    /** -1 when it is not listed. */
    public int indexOf(ImageKey key) {
        return places.getOrDefault(key, -1);
    }
}
