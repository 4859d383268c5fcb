package org.posewright.app.download;

import java.net.URI;
import java.util.List;

/**
 * COCO-Pose as its owners publish it: pictures and annotations from the COCO consortium, YOLO labels and lists from Ultralytics'
 * releases.
 */
public final class DatasetCatalog {

    /** Where the COCO consortium keeps its archives; a setting can name a mirror instead. */
    public static final URI COCO = URI.create("http://images.cocodataset.org/");

    /** Where Ultralytics keeps the label archive. */
    public static final URI LABELS = URI.create("https://github.com/ultralytics/assets/releases/download/v0.0.0/");

    private final URI coco;
    private final URI labels;

    public DatasetCatalog(URI coco, URI labels) {
        this.coco = coco;
        this.labels = labels;
    }

    /** How much of the dataset is fetched. */
    public enum Extent {
        /** Labels and annotations, no pictures. */
        LABELS,
        /** And the validation pictures. */
        VALIDATION,
        /** And the training pictures. */
        TRAINING,
        /** And the test pictures. */
        EVERYTHING
    }

    /**
     * One choice in the dialog.
     *
     * @param extent what one gets
     * @param approximateBytes what goes over the line, to one or two digits
     * @param files archives, in the order to fetch them
     */
    public record Choice(Extent extent, long approximateBytes, List<Part> files) {}

    /**
     * @param unpackInto folder below the dataset folder
     */
    public record Part(RemoteFile file, String unpackInto) {}

    public List<Choice> choices() {
        Part yolo = part(labels, "coco2017labels-pose.zip", "..");
        Part annotations = part(coco, "annotations/annotations_trainval2017.zip", ".");
        Part val = part(coco, "zips/val2017.zip", "images");
        Part train = part(coco, "zips/train2017.zip", "images");
        Part test = part(coco, "zips/test2017.zip", "images");
        return List.of(
                new Choice(Extent.LABELS, 290_000_000L, List.of(yolo, annotations)),
                new Choice(Extent.VALIDATION, 1_100_000_000L, List.of(yolo, annotations, val)),
                new Choice(Extent.TRAINING, 20_000_000_000L, List.of(yolo, annotations, val, train)),
                new Choice(Extent.EVERYTHING, 27_000_000_000L, List.of(yolo, annotations, val, train, test)));
    }

    private static Part part(URI base, String path, String unpackInto) {
        return new Part(RemoteFile.of(base.resolve(path).toString()), unpackInto);
    }
}
