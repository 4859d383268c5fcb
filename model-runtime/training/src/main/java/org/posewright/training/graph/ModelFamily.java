package org.posewright.training.graph;

import java.util.List;

/**
 * The two families of networks and their graphs, as tables. Columns: layer, inputs (−1 is the previous layer), nominal repeats, module,
 * nominal output width and arguments. {@code Conv w k s}; {@code C2f w shortcut|plain}; {@code C3k2 w bottleneck|c3k expansion};
 * {@code SPPF w}; {@code C2PSA w}.
 */
public enum ModelFamily {
    /** YOLOv8-pose: C2f blocks, dense class branch. */
    V8(
            "yolov8",
            """
             0  -1        1  Conv      64 3 2
             1  -1        1  Conv      128 3 2
             2  -1        3  C2f       128 shortcut
             3  -1        1  Conv      256 3 2
             4  -1        6  C2f       256 shortcut
             5  -1        1  Conv      512 3 2
             6  -1        6  C2f       512 shortcut
             7  -1        1  Conv      1024 3 2
             8  -1        3  C2f       1024 shortcut
             9  -1        1  SPPF      1024
            10  -1        1  Upsample
            11  -1,6      1  Concat
            12  -1        3  C2f       512 plain
            13  -1        1  Upsample
            14  -1,4      1  Concat
            15  -1        3  C2f       256 plain
            16  -1        1  Conv      256 3 2
            17  -1,12     1  Concat
            18  -1        3  C2f       512 plain
            19  -1        1  Conv      512 3 2
            20  -1,9      1  Concat
            21  -1        3  C2f       1024 plain
            22  15,18,21  1  Pose
            """) {
        @Override
        public Scaling scaling(ModelScale scale) {
            return switch (scale) {
                case P -> new Scaling(0.33, 0.125, 1024);
                case N -> new Scaling(0.33, 0.25, 1024);
                case S -> new Scaling(0.33, 0.50, 1024);
                case M -> new Scaling(0.67, 0.75, 768);
                case L -> new Scaling(1.00, 1.00, 512);
                case X -> new Scaling(1.00, 1.25, 512);
            };
        }
    },
    /** YOLO11-pose: C3k2 blocks, one attention block, depthwise class branch. */
    V11(
            "yolo11",
            """
             0  -1        1  Conv      64 3 2
             1  -1        1  Conv      128 3 2
             2  -1        2  C3k2      256 bottleneck 0.25
             3  -1        1  Conv      256 3 2
             4  -1        2  C3k2      512 bottleneck 0.25
             5  -1        1  Conv      512 3 2
             6  -1        2  C3k2      512 c3k 0.5
             7  -1        1  Conv      1024 3 2
             8  -1        2  C3k2      1024 c3k 0.5
             9  -1        1  SPPF      1024
            10  -1        2  C2PSA     1024
            11  -1        1  Upsample
            12  -1,6      1  Concat
            13  -1        2  C3k2      512 bottleneck 0.5
            14  -1        1  Upsample
            15  -1,4      1  Concat
            16  -1        2  C3k2      256 bottleneck 0.5
            17  -1        1  Conv      256 3 2
            18  -1,13     1  Concat
            19  -1        2  C3k2      512 bottleneck 0.5
            20  -1        1  Conv      512 3 2
            21  -1,10     1  Concat
            22  -1        2  C3k2      1024 c3k 0.5
            23  16,19,22  1  Pose
            """) {
        @Override
        public Scaling scaling(ModelScale scale) {
            return switch (scale) {
                case P -> new Scaling(0.50, 0.125, 1024);
                case N -> new Scaling(0.50, 0.25, 1024);
                case S -> new Scaling(0.50, 0.50, 1024);
                case M -> new Scaling(0.50, 1.00, 512);
                case L -> new Scaling(1.00, 1.00, 512);
                case X -> new Scaling(1.00, 1.50, 512);
            };
        }
    };

    private final String prefix;
    private final List<LayerRow> rows;

    ModelFamily(String prefix, String table) {
        this.prefix = prefix;
        this.rows = table.lines().map(LayerRow::parse).toList();
    }

    /** Name before the scale letter: {@code yolo11} in {@code yolo11n-pose}. */
    public String prefix() {
        return prefix;
    }

    /** The layers in order; the last one is the head. */
    public List<LayerRow> rows() {
        return rows;
    }

    /** How nominal depth and width become real ones. */
    public abstract Scaling scaling(ModelScale scale);

    /** Whether every C3k2 uses inner C3k blocks, whatever the table says. */
    boolean alwaysC3k(ModelScale scale) {
        return this == V11 && scale.ordinal() >= ModelScale.M.ordinal();
    }
}
