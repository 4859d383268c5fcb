package org.posewright.app.gallery;

import java.util.List;
import javafx.collections.ObservableListBase;
import org.posewright.annotations.model.ImageKey;

/**
 * Rows of several pictures over a list of keys, without an object for each row. Never changes: other pictures are another list, since a
 * list that tells of changed rows, and everybody who listens, goes through all of them.
 */
final class RowList extends ObservableListBase<List<ImageKey>> {

    private final List<ImageKey> keys;
    private final int columns;

    RowList(List<ImageKey> keys, int columns) {
        this.keys = keys;
        this.columns = columns;
    }

    int columns() {
        return columns;
    }

    @Override
    public List<ImageKey> get(int row) {
        return keys.subList(row * columns, Math.min(keys.size(), (row + 1) * columns));
    }

    @Override
    public int size() {
        return (keys.size() + columns - 1) / columns;
    }

    /** Equal only to itself, as the list view compares the old with the new. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
