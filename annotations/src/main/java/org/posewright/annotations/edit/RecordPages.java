package org.posewright.annotations.edit;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.UnchangingList;

/**
 * The records of a store by position, null where none is loaded, in pages that snapshots share: a snapshot copies the list of pages, and
 * a page is copied when it changes after that. Neither goes through all records.
 */
final class RecordPages {

    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private final List<Page> pages = new ArrayList<>();
    private int size;

    /** Adds a position without a record. */
    void addEmpty() {
        if (size == pages.size() * PAGE) {
            pages.add(new Page(new @Nullable ImageRecord[PAGE], 0));
        }
        size++;
    }

    void set(int position, ImageRecord record) {
        int at = position >> PAGE_BITS;
        Page page = pages.get(at);
        if (page.shared) {
            page = new Page(page.records.clone(), page.loaded);
            pages.set(at, page);
        }
        int place = position & PAGE - 1;
        page.loaded += page.records[place] == null ? 1 : 0;
        page.records[place] = record;
    }

    /** The records that are loaded, in order, as they are now. */
    List<ImageRecord> snapshot() {
        Page[] shared = pages.toArray(Page[]::new);
        int[] starts = new int[shared.length + 1];
        for (int i = 0; i < shared.length; i++) {
            shared[i].shared = true;
            starts[i + 1] = starts[i] + shared[i].loaded;
        }
        return new Loaded(shared, starts);
    }

    /** Changes until it is shared. */
    private static final class Page {
        private final @Nullable ImageRecord[] records;
        private int loaded;
        private boolean shared;

        Page(@Nullable ImageRecord[] records, int loaded) {
            this.records = records;
            this.loaded = loaded;
        }

        ImageRecord loaded(int ordinal) {
            if (loaded == PAGE) {
                return java.util.Objects.requireNonNull(records[ordinal]);
            }
            int left = ordinal;
            for (ImageRecord record : records) {
                if (record != null && left-- == 0) {
                    return record;
                }
            }
            throw new IndexOutOfBoundsException(ordinal);
        }
    }

    /**
     * @param starts how many loaded records are before each page, and in all
     */
    private static final class Loaded extends AbstractList<ImageRecord>
            implements UnchangingList<ImageRecord>, RandomAccess {
        private final Page[] pages;
        private final int[] starts;

        Loaded(Page[] pages, int[] starts) {
            this.pages = pages;
            this.starts = starts;
        }

        @Override
        public int size() {
            return starts[pages.length];
        }

        @Override
        public ImageRecord get(int index) {
            java.util.Objects.checkIndex(index, size());
            int found = java.util.Arrays.binarySearch(starts, index);
            int page = found < 0 ? -found - 2 : found;
            while (pages[page].loaded == 0) {
                page++;
            }
            return pages[page].loaded(index - starts[page]);
        }

        @Override
        public Iterator<ImageRecord> iterator() {
            return new Iterator<>() {
                private int page;
                private int place = -1;
                private int left = size();

                @Override
                public boolean hasNext() {
                    return left > 0;
                }

                @Override
                public ImageRecord next() {
                    if (left == 0) {
                        throw new NoSuchElementException();
                    }
                    left--;
                    while (true) {
                        if (++place == PAGE) {
                            place = 0;
                            page++;
                        }
                        ImageRecord record = pages[page].records[place];
                        if (record != null) {
                            return record;
                        }
                    }
                }
            };
        }

        @Override
        public Spliterator<ImageRecord> spliterator() {
            return Spliterators.spliterator(
                    iterator(), size(), Spliterator.ORDERED | Spliterator.IMMUTABLE | Spliterator.NONNULL);
        }
    }
}
