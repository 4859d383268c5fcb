package org.posewright.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.coco.ResultsFormat;
import org.posewright.annotations.coco.ResultsWriter;
import org.posewright.annotations.evaluation.report.CocoLines;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsSummary;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.inference.ModelOpener;
import org.posewright.app.inference.Validation;
import org.posewright.app.inference.ValidationResult;
import org.posewright.app.inference.ValidationSettings;
import org.posewright.runtime.InferenceOptions;
import org.posewright.runtime.PoseModel;
import org.posewright.runtime.onnx.RunPurpose;
import org.posewright.runtime.preprocess.PaddingRule;
import picocli.CommandLine;

/** {@code val}: how well a model's predictions agree with a dataset's labels. */
@CommandLine.Command(
        name = "val",
        description = "validate a model on a split: COCO's ten numbers and Ultralytics' own mAP")
final class ValCommand implements Callable<Integer> {

    private final ModelOpener opener;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private ModelArguments model;

    @CommandLine.Mixin
    private DataArguments data;

    @CommandLine.Option(names = "split", defaultValue = "val", description = "split (${DEFAULT-VALUE})")
    private String split;

    @CommandLine.Mixin
    private SelectionArguments selection;

    @CommandLine.Option(names = "conf", defaultValue = "0.001", description = "least score (${DEFAULT-VALUE})")
    private double confidence;

    @CommandLine.Option(
            names = "batch",
            defaultValue = "1",
            description = "pictures that share a rectangle with rect=true in Ultralytics' metric (${DEFAULT-VALUE})")
    private int batch;

    @CommandLine.Option(
            names = "ultralytics",
            defaultValue = "true",
            arity = "1",
            description =
                    "measure Ultralytics' own metric too, in a second run with its input shapes (${DEFAULT-VALUE})")
    private boolean ultralytics;

    @CommandLine.Option(names = "json", description = "file for all figures, in full precision")
    private @Nullable Path json;

    @CommandLine.Option(names = "save_json", description = "file for the predictions as COCO results")
    private @Nullable Path saveJson;

    ValCommand(ModelOpener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ValidationSettings settings = settings();
        OutputFile.prepare("json", json);
        OutputFile.prepare("save_json", saveJson);
        DatasetSource source = data.open(ProgressListener.NONE);
        List<ImageEntry> entries = DataArguments.entries(source, split);
        out.println(source.description().sentence());
        try (PoseModel opened = model.open(opener, RunPurpose.THROUGHPUT)) {
            out.println(opened.descriptor().name() + " on " + opened.device().summary());
            if (selection.isRectangular() && !opened.descriptor().input().isDynamic()) {
                out.println("rect=true has no effect: the model takes "
                        + opened.descriptor().input().sizeFor(OptionalInt.empty()) + " only");
            }
            ValidationResult result = new Validation(opened, settings)
                    .run(source, entries, new ProgressPrinter(out, "predicted"), CancellationToken.NONE);
            for (Finding finding : result.findings()) {
                spec.commandLine().getErr().println("posewright: " + finding.file() + ": " + finding.message());
            }
            print(result, out);
            write(result);
        }
        return CommandLineProgram.SUCCESS;
    }

    private ValidationSettings settings() {
        WrongArguments.requireAtLeast(spec, "batch", batch, 1);
        InferenceOptions options = selection.options(confidence, true, PaddingRule.REAL);
        return new ValidationSettings(options, selection.isRectangular(), batch, ultralytics);
    }

    private static void print(ValidationResult result, PrintWriter out) {
        out.println("COCO keypoint evaluation on " + result.cocoBasis() + ":");
        CocoLines.of(result.coco()).forEach(out::println);
        result.cocoListed()
                .ifPresent(listed -> out.println(String.format(
                        Locale.ROOT,
                        "on the pictures of the split's list alone: AP %.4f, AP50 %.4f, AP75 %.4f, AR %.4f",
                        listed.ap(),
                        listed.ap50(),
                        listed.ap75(),
                        listed.ar())));
        result.ultralytics().ifPresent(theirs -> out.println(ultralyticsLine(theirs)));
        out.println(String.format(
                Locale.ROOT,
                "%d pictures, %.1f pictures/s",
                result.report().pictures(),
                result.report().picturesPerSecond()));
    }

    private static String ultralyticsLine(UltralyticsSummary theirs) {
        return String.format(
                Locale.ROOT,
                "Ultralytics' own metric (8.3 rule, areas 0.53 x box, its validator's input shapes): pose mAP50 %.4f,"
                        + " mAP50-95 %.4f; box mAP50 %.4f, mAP50-95 %.4f",
                theirs.pose().map50(),
                theirs.pose().map(),
                theirs.box().map50(),
                theirs.box().map());
    }

    private void write(ValidationResult result) throws IOException {
        if (saveJson != null) {
            new ResultsWriter(new AtomicFiles()).write(saveJson, result.detections(), ResultsFormat.EXACT);
        }
        if (json == null) {
            return;
        }
        try (JsonGenerator generator =
                new JsonFactory().createGenerator(Files.newBufferedWriter(json)).useDefaultPrettyPrinter()) {
            generator.writeStartObject();
            numbers(generator, "coco", result.coco().byName());
            generator.writeStringField("cocoBasis", result.cocoBasis());
            if (result.cocoListed().isPresent()) {
                numbers(generator, "cocoListed", result.cocoListed().get().byName());
            }
            if (result.ultralytics().isPresent()) {
                numbers(generator, "ultralytics", result.ultralytics().get().byName());
            }
            generator.writeNumberField("pictures", result.report().pictures());
            generator.writeNumberField("picturesPerSecond", result.report().picturesPerSecond());
            generator.writeEndObject();
        }
    }

    private static void numbers(JsonGenerator generator, String name, Map<String, Double> numbers) throws IOException {
        generator.writeObjectFieldStart(name);
        for (Map.Entry<String, Double> number : numbers.entrySet()) {
            generator.writeNumberField(number.getKey(), number.getValue());
        }
        generator.writeEndObject();
    }
}
