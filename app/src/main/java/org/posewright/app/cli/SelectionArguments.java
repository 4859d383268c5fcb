package org.posewright.app.cli;

import java.util.OptionalInt;
import java.util.Set;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.decode.SelectionOptions;
import org.posewright.runtime.preprocess.PaddingRule;
import picocli.CommandLine;

/** How pictures go in and which people come out, as far as prediction and validation have the same names and defaults for it. */
final class SelectionArguments {

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(
            names = "imgsz",
            defaultValue = "640",
            description = "side of the network input (${DEFAULT-VALUE})")
    private int imageSize;

    @CommandLine.Option(
            names = "iou",
            defaultValue = "0.7",
            description = "overlap above which the lower score goes (${DEFAULT-VALUE})")
    private double iou;

    @CommandLine.Option(names = "max_det", defaultValue = "300", description = "most people (${DEFAULT-VALUE})")
    private int maxDetections;

    @CommandLine.Option(
            names = "rect",
            defaultValue = "false",
            arity = "1",
            description = "pad to whole strides only, for models of dynamic size (${DEFAULT-VALUE})")
    private boolean rectangular;

    boolean isRectangular() {
        return rectangular;
    }

    /**
     * @param confidence least score, whose default differs between commands
     * @param multiLabel several classes may claim one anchor
     * @throws CommandLine.ParameterException if a value is out of its range
     */
    InferenceOptions options(double confidence, boolean multiLabel, PaddingRule padding) {
        return WrongArguments.judged(spec, () -> {
            SelectionOptions selection = new SelectionOptions(confidence, iou, maxDetections, false, Set.of(), padding);
            return new InferenceOptions(OptionalInt.of(imageSize), rectangular, confidence, multiLabel, selection);
        });
    }
}
