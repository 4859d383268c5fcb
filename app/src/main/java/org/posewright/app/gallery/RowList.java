package org.posewright.app.gallery;

import java.util.List;
import javafx.collections.ObservableListBase;
import org.posewright.annotations.model.ImageKey;

/** Rows of several pictures over a list of keys, without an object for each row. */
final class RowList extends ObservableListBase<List<ImageKey>> {

    private List<ImageKey> keys = List.of();
    private int columns = 2;

    /** Shows other keys, or the same in other rows. */
    void show(List<ImageKey> newKeys, int newColumns) {
        int before = size();
        beginChange();
        keys = newKeys;
        columns = newColumns;
        int after = size();
        int kept = Math.min(before, after);
        for (int row = 0; row < kept; row++) {
            nextUpdate(row);
        }
        if (after > before) {
            nextAdd(before, after);
        } else if (after < before) {
            nextRemove(after, java.util.Collections.nCopies(before - after, List.<ImageKey>of()));
        }
        endChange();
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
}
