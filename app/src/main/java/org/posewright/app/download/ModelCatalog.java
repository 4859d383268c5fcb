package org.posewright.app.download;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The official YOLO11-pose models and what their authors published: COCO val2017 keypoints, 640 pixels, single scale (Ultralytics'
 * model table of the 8.3 series).
 */
public final class ModelCatalog {

    /** The release that holds the weights; a setting can name a mirror instead. */
    public static final URI OFFICIAL = URI.create("https://github.com/ultralytics/assets/releases/download/v8.3.0/");

    /** Licence of the weights. */
    public static final String LICENCE = "AGPL-3.0";

    private final URI base;

    public ModelCatalog(URI base) {
        this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
    }

    /**
     * @param map5095 published keypoint mAP50-95
     * @param map50 published keypoint mAP50
     * @param cpuMillis published ONNX time on a CPU
     * @param parametersMillions parameters in millions
     * @param flopsBillions multiply-adds counted as two, in billions
     */
    public record Entry(
            String name,
            double map5095,
            double map50,
            double cpuMillis,
            double parametersMillions,
            double flopsBillions,
            RemoteFile file) {

        private static final double BYTES_PER_PARAMETER = 2;

        /** Checkpoints hold their weights in half precision, and little else. */
        public long approximateBytes() {
            return Math.round(parametersMillions * 1e6 * BYTES_PER_PARAMETER);
        }
    }

    public List<Entry> entries() {
        return List.of(
                entry("yolo11n-pose", 50.0, 81.0, 52.4, 2.9, 7.4),
                entry("yolo11s-pose", 58.9, 86.3, 90.5, 9.9, 23.1),
                entry("yolo11m-pose", 64.9, 89.4, 187.3, 20.9, 71.4),
                entry("yolo11l-pose", 66.1, 89.9, 247.7, 26.1, 90.3),
                entry("yolo11x-pose", 69.5, 91.1, 488.0, 58.8, 202.8));
    }

    private Entry entry(String name, double map5095, double map50, double cpu, double parameters, double flops) {
        RemoteFile file = new RemoteFile(base.resolve(name + ".pt"), OptionalLong.empty(), Optional.empty());
        return new Entry(name, map5095, map50, cpu, parameters, flops, file);
    }
}
