package org.posewright.annotations.source;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a person asked to open.
 *
 * @param path a folder, a data yaml, a COCO json or a picture
 * @param kind how to understand it; empty to let the program decide
 * @param images folder of the pictures of a COCO json; empty to look for it
 * @param datasetsFolder the folder that a yaml's relative {@code path} may be relative to; empty when none is set
 */
public record OpenRequest(Path path, Optional<DatasetKind> kind, Optional<Path> images, Optional<Path> datasetsFolder) {

    public static OpenRequest of(Path path) {
        return new OpenRequest(path, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public OpenRequest as(DatasetKind wanted) {
        return new OpenRequest(path, Optional.of(wanted), images, datasetsFolder);
    }

    public OpenRequest withImages(Path folder) {
        return new OpenRequest(path, kind, Optional.of(folder), datasetsFolder);
    }

    public OpenRequest withDatasetsFolder(Path folder) {
        return new OpenRequest(path, kind, images, Optional.of(folder));
    }
}
