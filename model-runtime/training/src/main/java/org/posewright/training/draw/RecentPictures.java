package org.posewright.training.draw;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The pictures that the reference's loader holds: the last ones that were loaded, each once, oldest first. A mosaic takes its
 * partners from them.
 */
final class RecentPictures {

    private final int[] ring;
    private final BitSet held;
    private int start;
    private int size;

    /** @param limit at this number the oldest one goes */
    RecentPictures(int limit) {
        this(new int[limit + 1], new BitSet());
    }

    private RecentPictures(int[] ring, BitSet held) {
        this.ring = ring;
        this.held = held;
    }

    /** How many a loader holds at most while it trains on {@code pictures} in batches of {@code batch}. */
    static int limit(int pictures, int batch) {
        return (int) Math.min(Math.min(pictures, 8L * batch), 1000);
    }

    RecentPictures copy() {
        RecentPictures copy = new RecentPictures(Arrays.copyOf(ring, ring.length), (BitSet) held.clone());
        copy.start = start;
        copy.size = size;
        return copy;
    }

    int size() {
        return size;
    }

    int get(int place) {
        return ring[(start + place) % ring.length];
    }

    void load(int picture) {
        if (held.get(picture)) {
            return;
        }
        held.set(picture);
        ring[(start + size) % ring.length] = picture;
        size++;
        if (size > 1 && size >= ring.length - 1) {
            held.clear(ring[start]);
            start = (start + 1) % ring.length;
            size--;
        }
    }
}
