package org.posewright.annotations.yolo;

import java.io.File;
import java.nio.file.Path;

/** Where the label file of a picture is. Pure. */
public final class LabelPaths {

    private static final String IMAGES = File.separator + "images" + File.separator;
    private static final String LABELS = File.separator + "labels" + File.separator;

    private LabelPaths() {}

    /**
     * The last {@code /images/} of the path becomes {@code /labels/} and the extension {@code txt}; without such a folder the label
     * file lies beside the picture.
     */
    public static Path labelFile(Path image) {
        String path = image.toString();
        int at = path.lastIndexOf(IMAGES);
        if (at >= 0) {
            path = path.substring(0, at) + LABELS + path.substring(at + IMAGES.length());
        }
        int dot = path.lastIndexOf('.');
        int name = path.lastIndexOf(File.separatorChar) + 1;
        return image.resolveSibling((dot > name ? path.substring(0, dot) : path) + ".txt");
    }
}
