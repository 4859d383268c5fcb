package org.posewright.training;

import java.util.List;
import java.util.Locale;
import org.posewright.annotations.storage.NumberText;
import org.posewright.training.argument.ArgumentException;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.data.PictureCache;
import org.posewright.training.data.PipelineSettings;
import org.posewright.training.draw.AugmentationSettings;
import org.posewright.training.loss.LossGains;
import org.posewright.training.network.TorchDevice;
import org.posewright.training.optim.OptimizerKind;
import org.posewright.training.optim.OptimizerSettings;

/** Everything a run does, read from its arguments. The same plan on the same dataset gives the same batches. */
public record TrainingPlan(TrainingArguments arguments) {

    private static final int STRIDE = 32;

    /**
     * @throws ArgumentException if values do not go together
     */
    public TrainingPlan {
        check(arguments.integer("epochs") >= 1, "epochs must be at least 1");
        check(arguments.integer("imgsz") >= 1, "imgsz must be positive");
        String task = arguments.text("task");
        check(task.isEmpty() || task.equals("pose"), "only task=pose is trained here, not " + task);
        check(arguments.integer("nbs") >= 1, "nbs must be at least 1");
        String device = arguments.text("device");
        check(
                TorchDevice.isKnown(device),
                "device takes cpu, auto, cuda or the number of one CUDA card, not " + device);
        String bn = arguments.text("freeze_bn");
        check(List.of("", "auto", "true", "false").contains(bn), "freeze_bn takes auto, true or false, not " + bn);
        checkBatch(arguments.number("batch"));
        checkOptimizer(arguments.text("optimizer"));
        for (String name : List.of("patience", "workers", "close_mosaic", "threads")) {
            check(arguments.integer(name) >= 0, name + " must not be negative");
        }
        for (String name : List.of("warmup_epochs", "box", "cls", "dfl", "pose", "kobj")) {
            check(arguments.number(name) >= 0, name + " must not be negative");
        }
        check(arguments.integer("max_det") >= 1, "max_det must be at least 1");
        check(!arguments.text("freeze").contains("-"), "freeze takes layers from 0 on");
        check(!arguments.isSet("time") || arguments.number("time") > 0, "time must be more than 0 hours");
        checkPretrained(arguments.text("pretrained"));
    }

    private static void checkBatch(double batch) {
        boolean isWhole = batch >= 1 && batch == Math.rint(batch);
        boolean isSearched = batch == -1 || batch > 0 && batch < 1;
        check(
                isWhole || isSearched,
                "batch takes a whole number, -1, or a share of the memory between 0 and 1, not "
                        + NumberText.general(batch));
    }

    private static void checkOptimizer(String name) {
        try {
            OptimizerKind.of(name);
        } catch (IllegalArgumentException e) {
            throw new ArgumentException(String.valueOf(e.getMessage()));
        }
    }

    private static void checkPretrained(String pretrained) {
        boolean isFile = pretrained.endsWith(".pt") || pretrained.endsWith(".onnx");
        check(
                List.of("", "true", "false").contains(pretrained.toLowerCase(Locale.ROOT)) || isFile,
                "pretrained takes true, false or a file of weights (.pt or .onnx), not " + pretrained);
    }

    private static void check(boolean condition, String message) {
        if (!condition) {
            throw new ArgumentException(message);
        }
    }

    public int epochs() {
        return arguments.integer("epochs");
    }

    /** Side of the network input: a multiple of the largest stride. */
    public int imageSize() {
        return (arguments.integer("imgsz") + STRIDE - 1) / STRIDE * STRIDE;
    }

    /** Whether the batch size is to be found; {@link #batch} is then no batch size. */
    public boolean findsBatch() {
        return arguments.number("batch") < 1;
    }

    public int batch() {
        return (int) arguments.number("batch");
    }

    /** Share of the free memory that a found batch may fill. */
    public double memoryShare() {
        double batch = arguments.number("batch");
        return batch > 0 && batch < 1 ? batch : 0.6;
    }

    public long seed() {
        return arguments.whole("seed");
    }

    public int workers() {
        int cores = Runtime.getRuntime().availableProcessors();
        return Math.max(1, Math.min(arguments.integer("workers"), cores));
    }

    public AugmentationSettings augmentation() {
        boolean isRectangular = arguments.isTrue("rect");
        return new AugmentationSettings(
                arguments.number("hsv_h"),
                arguments.number("hsv_s"),
                arguments.number("hsv_v"),
                arguments.number("degrees"),
                arguments.number("translate"),
                arguments.number("scale"),
                arguments.number("shear"),
                arguments.number("perspective"),
                arguments.number("flipud"),
                arguments.number("fliplr"),
                arguments.number("bgr"),
                isRectangular ? 0 : arguments.number("mosaic"),
                isRectangular ? 0 : arguments.number("mixup"));
    }

    public OptimizerSettings optimizer() {
        return new OptimizerSettings(
                OptimizerKind.of(arguments.text("optimizer")),
                arguments.number("lr0"),
                arguments.number("lrf"),
                arguments.isTrue("cos_lr"),
                arguments.number("momentum"),
                arguments.number("weight_decay"),
                arguments.number("warmup_epochs"),
                arguments.number("warmup_momentum"),
                arguments.number("warmup_bias_lr"),
                arguments.integer("nbs"));
    }

    public LossGains gains() {
        return new LossGains(
                arguments.number("box"),
                arguments.number("pose"),
                arguments.number("kobj"),
                arguments.number("cls"),
                arguments.number("dfl"));
    }

    public PictureCache.Place cache() {
        return switch (arguments.text("cache")) {
            case "true", "ram" -> PictureCache.Place.RAM;
            case "disk" -> PictureCache.Place.DISK;
            default -> PictureCache.Place.NONE;
        };
    }

    /** First 0-based epoch without mosaic; -1 when it is never closed. */
    int mosaicEndEpoch() {
        int close = arguments.integer("close_mosaic");
        return close > 0 && close <= epochs() ? epochs() - close : -1;
    }

    /**
     * What decides the pixels of every batch.
     *
     * @param batch the batch size in use, which {@code batch=-1} leaves open
     * @param flipOrder the skeleton's
     * @param validationPictures how many a validation runs over
     */
    PipelineSettings pipeline(int batch, List<Integer> flipOrder, int validationPictures) {
        return new PipelineSettings(
                imageSize(),
                batch,
                augmentation(),
                mosaicEndEpoch(),
                arguments.isTrue("rect"),
                seed(),
                flipOrder,
                arguments.isTrue("val") ? validationPictures : 0);
    }
}
