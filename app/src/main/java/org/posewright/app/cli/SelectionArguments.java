package org.posewright.app.cli;

import java.util.OptionalInt;
import java.util.Set;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.decode.SelectionOptions;
import org.posewright.runtime.preprocess.PaddingRule;
import picocli.CommandLine;

/** How pictures go in and which people come out; names and defaults are the field's for prediction. */
final class SelectionArguments {

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(
            names = "imgsz",
            defaultValue = "640",
            description = "side of the network input (${DEFAULT-VALUE})")
    private int imageSize;

    @CommandLine.Option(names = "conf", defaultValue = "0.25", description = "least score (${DEFAULT-VALUE})")
    private double confidence;

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

    @CommandLine.Option(
            names = "padding",
            defaultValue = "reference",
            description =
                    "map back as Ultralytics 8.3 does (reference) or with the exact padding (real) (${DEFAULT-VALUE})")
    private Padding padding;

    /** How coordinates go back to the picture, as typed. */
    enum Padding {
        REFERENCE(PaddingRule.ULTRALYTICS_8_3),
        REAL(PaddingRule.REAL);

        private final PaddingRule rule;

        Padding(PaddingRule rule) {
            this.rule = rule;
        }
    }

    InferenceOptions options() {
        try {
            SelectionOptions selection =
                    new SelectionOptions(confidence, iou, maxDetections, false, Set.of(), padding.rule);
            return new InferenceOptions(OptionalInt.of(imageSize), rectangular, confidence, false, selection);
        } catch (IllegalArgumentException outOfRange) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), String.valueOf(outOfRange.getMessage()), outOfRange);
        }
    }
}
