package org.posewright.training.argument;

import static org.posewright.training.argument.ArgumentType.BOOL;
import static org.posewright.training.argument.ArgumentType.CACHE;
import static org.posewright.training.argument.ArgumentType.FRACTION;
import static org.posewright.training.argument.ArgumentType.INT;
import static org.posewright.training.argument.ArgumentType.INT_OR_LIST;
import static org.posewright.training.argument.ArgumentType.NUMBER;
import static org.posewright.training.argument.ArgumentType.TEXT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every training argument, in the reference's order and with its defaults (Ultralytics 8.3.59), then those of this project. */
public final class ArgumentCatalog {

    private static final int SIMILAR_NAMES = 3;
    private static final int MAX_DISTANCE = 3;

    private static final List<ArgumentSpec> ALL = List.copyOf(specs());

    private ArgumentCatalog() {}

    public static List<ArgumentSpec> all() {
        return ALL;
    }

    /**
     * @throws ArgumentException if there is no such argument, with similar names
     */
    public static ArgumentSpec get(String name) {
        return ALL.stream().filter(spec -> spec.name().equals(name)).findFirst().orElseThrow(() -> unknown(name));
    }

    public static Optional<ArgumentSpec> find(String name) {
        return ALL.stream().filter(spec -> spec.name().equals(name)).findFirst();
    }

    private static ArgumentException unknown(String name) {
        List<String> similar = ALL.stream()
                .map(ArgumentSpec::name)
                .filter(other -> other.contains(name) || distance(other, name) <= MAX_DISTANCE)
                .sorted(Comparator.comparingInt(other -> distance(other, name)))
                .limit(SIMILAR_NAMES)
                .toList();
        String hint = similar.isEmpty() ? "see 'posewright train help'" : "did you mean " + String.join(", ", similar);
        return new ArgumentException("there is no argument '" + name + "'; " + hint);
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }

    private static List<ArgumentSpec> specs() {
        List<ArgumentSpec> specs = new ArrayList<>();
        addRun(specs);
        addOptimizer(specs);
        addAugmentation(specs);
        addOwn(specs);
        return specs;
    }

    private static void add(List<ArgumentSpec> specs, String name, ArgumentType type, String value, String meaning) {
        specs.add(new ArgumentSpec(name, type, value, meaning));
    }

    private static void addRun(List<ArgumentSpec> specs) {
        add(specs, "task", TEXT, "pose", "only pose is trained here");
        add(specs, "mode", TEXT, "train", "no effect: train is what this does");
        add(
                specs,
                "model",
                TEXT,
                "yolo11n-pose.pt",
                "checkpoint (.pt), exported model (.onnx) or a name such as yolo11n-pose.yaml for new weights");
        add(specs, "data", TEXT, "none", "dataset folder, data yaml or COCO json");
        add(specs, "epochs", INT, "100", "passes over the training pictures");
        add(specs, "time", NUMBER, "none", "hours to train; replaces epochs");
        add(specs, "patience", INT, "100", "epochs without improvement before stopping; 0 never stops early");
        add(specs, "batch", NUMBER, "16", "pictures in a batch; -1 or a fraction of the memory finds a size that fits");
        add(specs, "imgsz", INT, "640", "side of the network input in pixels, raised to a multiple of 32");
        add(specs, "save", BOOL, "true", "write weights after each epoch");
        add(specs, "save_period", INT, "-1", "also keep the weights of every Nth epoch");
        add(specs, "cache", CACHE, "false", "keep resized pictures in ram or on disk");
        add(specs, "device", TEXT, "none", "cpu, or the number of a CUDA card; by itself the first card");
        add(specs, "workers", INT, "8", "loader threads, at most one for each processor core");
        add(specs, "project", TEXT, "none", "folder of the runs (runs/pose)");
        add(specs, "name", TEXT, "none", "name of the run (train, train2, ...)");
        add(specs, "exist_ok", BOOL, "false", "use the run folder even if it exists");
        add(
                specs,
                "pretrained",
                TEXT,
                "true",
                "false starts from new weights of the model's structure; a file lends its weights where they fit");
        add(specs, "optimizer", TEXT, "auto", "auto, SGD, Adam, AdamW, Adamax, NAdam, RAdam or RMSProp");
        add(specs, "verbose", BOOL, "true", "no effect");
        add(specs, "seed", INT, "0", "same seed, same batches: those of the reference trainer");
        add(specs, "deterministic", BOOL, "true", "always so here");
        add(specs, "single_cls", BOOL, "false", "treat all classes as one");
        add(specs, "rect", BOOL, "false", "batches of similar aspect ratio, without shuffling and mosaic");
        add(specs, "cos_lr", BOOL, "false", "let the learning rate fall along a cosine");
        add(specs, "close_mosaic", INT, "10", "no mosaic in the last N epochs");
        add(
                specs,
                "resume",
                TEXT,
                "false",
                "go on with a run: its folder or weights/last.pt; true for the newest here");
        add(specs, "amp", BOOL, "true", "bfloat16 where the processor computes in it");
        add(specs, "fraction", FRACTION, "1.0", "share of the training pictures to use");
        add(specs, "profile", BOOL, "false", "no effect");
        add(specs, "freeze", INT_OR_LIST, "none", "first N layers, or a list of layers, that do not learn");
        add(specs, "multi_scale", BOOL, "false", "vary the input size by half from batch to batch");
        add(specs, "val", BOOL, "true", "validate after each epoch");
        add(specs, "split", TEXT, "val", "split to validate on");
        add(specs, "save_json", BOOL, "false", "no effect: posewright val save_json=FILE writes predictions");
        add(specs, "conf", FRACTION, "none", "least score in validation (0.001)");
        add(specs, "iou", FRACTION, "0.7", "suppression threshold in validation");
        add(specs, "max_det", INT, "300", "predictions for a picture in validation");
        add(specs, "half", BOOL, "false", "no effect: validation computes in fp32");
        add(specs, "plots", BOOL, "true", "draw pictures and curves into the run folder");
    }

    private static void addOptimizer(List<ArgumentSpec> specs) {
        add(specs, "lr0", FRACTION, "0.01", "first learning rate; optimizer=auto chooses its own");
        add(specs, "lrf", FRACTION, "0.01", "last learning rate as a fraction of the first");
        add(specs, "momentum", FRACTION, "0.937", "momentum of SGD, beta1 of Adam");
        add(specs, "weight_decay", FRACTION, "0.0005", "decay of convolution weights");
        add(specs, "warmup_epochs", NUMBER, "3.0", "epochs of warm-up, at least 100 batches");
        add(specs, "warmup_momentum", FRACTION, "0.8", "momentum at the first batch");
        add(specs, "warmup_bias_lr", FRACTION, "0.1", "learning rate of biases at the first batch");
        add(specs, "box", NUMBER, "7.5", "gain of the box loss");
        add(specs, "cls", NUMBER, "0.5", "gain of the class loss");
        add(specs, "dfl", NUMBER, "1.5", "gain of the distribution loss");
        add(specs, "pose", NUMBER, "12.0", "gain of the keypoint loss");
        add(specs, "kobj", NUMBER, "1.0", "gain of the keypoint objectness loss");
        add(specs, "nbs", INT, "64", "batch size that gradients are gathered to");
    }

    private static void addAugmentation(List<ArgumentSpec> specs) {
        add(specs, "hsv_h", FRACTION, "0.015", "change of hue");
        add(specs, "hsv_s", FRACTION, "0.7", "change of saturation");
        add(specs, "hsv_v", FRACTION, "0.4", "change of brightness");
        add(specs, "degrees", NUMBER, "0.0", "rotation in degrees");
        add(specs, "translate", FRACTION, "0.1", "shift as a share of the picture");
        add(specs, "scale", FRACTION, "0.5", "change of size");
        add(specs, "shear", NUMBER, "0.0", "shear in degrees");
        add(specs, "perspective", FRACTION, "0.0", "tilt, up to 0.001");
        add(specs, "flipud", FRACTION, "0.0", "probability of an upside-down mirror");
        add(specs, "fliplr", FRACTION, "0.5", "probability of a left-right mirror");
        add(specs, "bgr", FRACTION, "0.0", "probability of swapped red and blue");
        add(specs, "mosaic", FRACTION, "1.0", "probability of a mosaic of four pictures");
        add(specs, "mixup", FRACTION, "0.0", "probability of blending two samples");
        add(specs, "copy_paste", FRACTION, "0.0", "no effect: it needs segments, which pose labels do not have");
        add(specs, "copy_paste_mode", TEXT, "flip", "no effect, as copy_paste");
        add(specs, "auto_augment", TEXT, "randaugment", "no effect: for classification only");
        add(specs, "erasing", FRACTION, "0.4", "no effect: for classification only");
        add(specs, "crop_fraction", FRACTION, "1.0", "no effect: for classification only");
        add(specs, "dropout", FRACTION, "0.0", "no effect: for classification only");
        add(specs, "overlap_mask", BOOL, "true", "no effect: for segmentation only");
        add(specs, "mask_ratio", INT, "4", "no effect: for segmentation only");
    }

    private static void addOwn(List<ArgumentSpec> specs) {
        add(specs, "preset", TEXT, "none", "correction: gentle defaults for small sets of corrected pictures");
        add(
                specs,
                "freeze_bn",
                TEXT,
                "auto",
                "true keeps batch normalisation in evaluation mode; auto does so where the weights need it");
        add(
                specs,
                "baseline",
                BOOL,
                "false",
                "validate before training; the starting weights stay the best until an epoch beats them");
        add(specs, "threads", INT, "0", "processor threads of the network; 0 for all cores");
        add(specs, "export", BOOL, "true", "write weights/best.onnx at the end");
        add(
                specs,
                "labels",
                TEXT,
                "none",
                "label snapshot (json) to use instead of the dataset's own labels and splits");
        add(specs, "train_split", TEXT, "train", "split to train on");
    }
}
