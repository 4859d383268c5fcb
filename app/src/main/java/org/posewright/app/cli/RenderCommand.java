package org.posewright.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.LoadedImage;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.inference.ResultsByPicture;
import org.posewright.app.inference.SkeletonPictures;
import org.posewright.runtime.image.ImageReadException;
import picocli.CommandLine;

/** {@code render}: pictures with their labels, and with the predictions of a results file, drawn on them. */
@CommandLine.Command(
        name = "render",
        description = "draw labels and, if given, predictions into copies of the pictures")
final class RenderCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private DataArguments data;

    @CommandLine.Option(names = "split", description = "one split only; default: all")
    private @Nullable String split;

    @CommandLine.Option(names = "results", description = "COCO results file with predictions to draw")
    private @Nullable Path results;

    @CommandLine.Option(names = "conf", defaultValue = "0.25", description = "least score drawn (${DEFAULT-VALUE})")
    private double confidence;

    @CommandLine.Option(names = "out", required = true, description = "folder to write to")
    private Path out;

    @Override
    public Integer call() throws IOException {
        WrongArguments.requireFraction(spec, "conf", confidence);
        DatasetSource source = data.open(ProgressListener.NONE);
        List<ImageEntry> entries = DataArguments.entries(source, split);
        ResultsByPicture predictions =
                results == null ? ResultsByPicture.NONE : ResultsByPicture.read(results, confidence);
        Drawing drawing = new Drawing(source, predictions);
        ProgressPrinter progress = new ProgressPrinter(spec.commandLine().getOut(), "drawn");
        for (ImageEntry entry : entries) {
            drawing.draw(entry);
            progress.progress(
                    drawing.drawn + drawing.failed, entries.size(), entry.key().fileName());
        }
        PrintWriter printer = spec.commandLine().getOut();
        printer.println("drew " + drawing.drawn + " pictures into " + out);
        if (drawing.drawn == 0) {
            throw new CommandFailure("none of the " + entries.size() + " pictures could be drawn");
        }
        return CommandLineProgram.SUCCESS;
    }

    /** Draws picture by picture and keeps count. */
    private final class Drawing {
        private final DatasetSource source;
        private final ResultsByPicture predictions;
        private final SkeletonPictures pictures;
        private int drawn;
        private int failed;

        Drawing(DatasetSource source, ResultsByPicture predictions) {
            this.source = source;
            this.predictions = predictions;
            this.pictures = new SkeletonPictures(source.description().skeleton(), out);
        }

        void draw(ImageEntry entry) throws IOException {
            LoadedImage loaded = source.load(entry);
            loaded.findings().forEach(finding -> spec.commandLine()
                    .getErr()
                    .println("posewright: " + finding.file() + ": " + finding.message()));
            List<PosePrediction> people = predictions.of(
                    loaded.image(), source.description().skeleton().size());
            try {
                pictures.draw(loaded.image(), people);
                drawn++;
            } catch (ImageReadException unreadable) {
                failed++;
                spec.commandLine().getErr().println("posewright: " + unreadable.getMessage());
            }
        }
    }
}
