package org.posewright.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.posewright.app.inference.ModelFiles;
import org.posewright.app.inference.ModelOpener;

/** Every command there is, in the order in which help lists them. */
public final class Commands {

    private static final Map<String, Supplier<Callable<Integer>>> MAKERS = makers();

    private Commands() {}

    /** The words that make the program run without a window. */
    public static Set<String> names() {
        return MAKERS.keySet();
    }

    /**
     * The commands a command line needs: the named one alone, because describing all of them to the parser takes longer than a
     * quick command runs; all of them when none is named. Fresh objects each time: the parser writes arguments into them.
     */
    public static List<Callable<Integer>> forWords(String... words) {
        String[] normalized = ArgumentNames.normalize(words);
        if (normalized.length > 0 && MAKERS.containsKey(normalized[0])) {
            return List.of(MAKERS.get(normalized[0]).get());
        }
        return MAKERS.values().stream().map(Supplier::get).toList();
    }

    private static Map<String, Supplier<Callable<Integer>>> makers() {
        Map<String, Supplier<Callable<Integer>>> makers = new LinkedHashMap<>();
        makers.put("predict", () -> new PredictCommand(new ModelFiles()));
        makers.put("val", () -> new ValCommand(new ModelFiles()));
        makers.put("render", RenderCommand::new);
        makers.put("export", ExportCommand::new);
        makers.put("eval", EvalCommand::new);
        makers.put("convert", ConvertCommand::new);
        makers.put("check", CheckCommand::new);
        makers.put("train", TrainCommand::new);
        makers.put("sample", SampleCommand::new);
        makers.put("bench", Commands::bench);
        return makers;
    }

    private static Callable<Integer> bench() {
        ModelOpener models = new ModelFiles();
        return new BenchCommand(List.of(
                new BenchPredictCommand(models),
                new BenchEvalCommand(),
                new BenchSuspectsCommand(),
                new BenchTrainCommand(models)));
    }
}
