package org.posewright.annotations.model;

/**
 * Names a picture within a dataset for good: its path below the dataset's root with {@code /} between parts, or its absolute path
 * when it lies elsewhere. Stable over sessions; the journal uses it.
 */
public record ImageKey(String path) implements Comparable<ImageKey> {

    public ImageKey {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("an image key needs a path");
        }
    }

    /** The last part of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(ImageKey other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
