package org.posewright.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.posewright.app.inference.ModelFiles;
import org.posewright.app.inference.ModelOpener;

/** Every command there is, in the order in which help lists them. */
public final class Commands {

    private Commands() {}

    /** Fresh command objects: picocli writes arguments into them, so each run needs its own. */
    public static List<Callable<Integer>> all() {
        ModelOpener models = new ModelFiles();
        return List.of(
                new PredictCommand(models),
                new ValCommand(models),
                new RenderCommand(),
                new ExportCommand(),
                new EvalCommand(),
                new ConvertCommand(),
                new CheckCommand(),
                new TrainCommand(),
                new SampleCommand(),
                new BenchCommand(List.of(
                        new BenchPredictCommand(models), new BenchEvalCommand(), new BenchTrainCommand(models))));
    }
}
