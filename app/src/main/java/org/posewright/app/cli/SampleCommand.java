package org.posewright.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.sample.PlantedMistake;
import org.posewright.app.sample.SampleDataset;
import picocli.CommandLine;

/** Draws a sample dataset: people with exact labels, and mistakes to find. */
@CommandLine.Command(name = "sample", description = "draw a YOLO-pose dataset of articulated people with exact labels")
final class SampleCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(names = "out", required = true, description = "folder to write; must not hold pictures yet")
    private Path out;

    @CommandLine.Option(names = "train", defaultValue = "36", description = "training pictures (${DEFAULT-VALUE})")
    private int train;

    @CommandLine.Option(names = "val", defaultValue = "12", description = "validation pictures (${DEFAULT-VALUE})")
    private int val;

    @CommandLine.Option(
            names = "mistakes",
            defaultValue = "0",
            description = "training pictures with a label made wrong on purpose (${DEFAULT-VALUE})")
    private int mistakes;

    @CommandLine.Option(
            names = "people",
            defaultValue = "0",
            description = "people in each picture; 0 leaves it to chance (${DEFAULT-VALUE})")
    private int people;

    @CommandLine.Option(names = "seed", defaultValue = "0", description = "same seed, same pixels (${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws IOException {
        SampleDataset dataset = new SampleDataset(
                WrongArguments.judged(spec, () -> new SampleDataset.Plan(train, val, mistakes, seed, people)));
        List<PlantedMistake> planted = dataset.write(out, ProgressListener.NONE, CancellationToken.NONE);
        spec.commandLine()
                .getOut()
                .println("drew " + train + " training and " + val + " validation pictures with " + planted.size()
                        + " planted mistakes into " + out);
        return CommandLineProgram.SUCCESS;
    }
}
