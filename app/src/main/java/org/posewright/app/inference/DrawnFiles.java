package org.posewright.app.inference;

import java.nio.file.Path;

/** Names for drawn copies of pictures. */
public final class DrawnFiles {

    private DrawnFiles() {}

    /** The picture's name in another folder; formats that cannot be written become JPEG. */
    public static Path target(Path folder, Path picture) {
        String name = String.valueOf(picture.getFileName());
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        boolean writable = lower.endsWith(".jpg") || lower.endsWith(".jpeg") || lower.endsWith(".png");
        return folder.resolve(writable ? name : name + ".jpg");
    }
}
