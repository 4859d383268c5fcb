package org.posewright.annotations.save;

import java.nio.file.Path;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.source.ImageOrigin;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.storage.SessionBackups;

/**
 * Everything that jobs need to write label files; shared by all jobs of a session.
 *
 * @param stagingFolder where big files are made before they take the place of old ones
 * @param removedFolder keeps the text of annotations that saves cut out, for undo
 */
record LabelFormats(
        AtomicFiles files, SessionBackups backups, LabelOrigins origins, Path stagingFolder, Path removedFolder) {

    LabelFileFormat of(ImageOrigin origin, Dataset shown) {
        return origin instanceof ImageOrigin.CocoImage
                ? new CocoFiles(this, shown)
                : new YoloFiles(files, backups, origins, shown.categoryNames().size());
    }
}
