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
     * @param files archives, in the order to fetch them
     */
    public record Choice(Extent extent, List<Part> files) {

        private static final double DIGITS = 100;

        /** What goes over the line, to two digits. */
        public long approximateBytes() {
            double bytes = files.stream().mapToLong(Part::archiveBytes).sum();
            double step = Math.pow(10, Math.ceil(Math.log10(bytes))) / DIGITS;
            return Math.round(Math.round(bytes / step) * step);
        }
    }

    /**
     * @param unpackInto folder below the dataset folder
     * @param archiveBytes about as long as the archive is
     * @param unpackedBytes about what its files take on a disk
     */
    public record Part(RemoteFile file, String unpackInto, long archiveBytes, long unpackedBytes) {}

    public Choice choice(Extent extent) {
        return choices().stream()
                .filter(choice -> choice.extent() == extent)
                .findFirst()
                .orElseThrow();
    }

    public List<Choice> choices() {
        Part yolo = part(labels, "coco2017labels-pose.zip", "..", 40_000_000L, 250_000_000L);
        Part annotations = part(coco, "annotations/annotations_trainval2017.zip", ".", 252_907_541L, 840_000_000L);
        Part val = part(coco, "zips/val2017.zip", "images", 815_585_330L, 830_000_000L);
        Part train = part(coco, "zips/train2017.zip", "images", 19_336_861_798L, 19_600_000_000L);
        Part test = part(coco, "zips/test2017.zip", "images", 6_646_970_404L, 6_750_000_000L);
        return List.of(
                new Choice(Extent.LABELS, List.of(yolo, annotations)),
                new Choice(Extent.VALIDATION, List.of(yolo, annotations, val)),
                new Choice(Extent.TRAINING, List.of(yolo, annotations, val, train)),
                new Choice(Extent.EVERYTHING, List.of(yolo, annotations, val, train, test)));
    }

    private static Part part(URI base, String path, String unpackInto, long archiveBytes, long unpackedBytes) {
        return new Part(RemoteFile.of(base.resolve(path).toString()), unpackInto, archiveBytes, unpackedBytes);
    }
}
