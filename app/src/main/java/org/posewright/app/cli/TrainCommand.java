package org.posewright.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.task.TerminationSignal;
import org.posewright.training.JsonProgress;
import org.posewright.training.PoseTrainer;
import org.posewright.training.TrainingListener;
import org.posewright.training.TrainingPlan;
import org.posewright.training.TrainingReport;
import org.posewright.training.argument.ArgumentCatalog;
import org.posewright.training.argument.ArgumentException;
import org.posewright.training.argument.ArgumentSpec;
import org.posewright.training.argument.TrainingArguments;
import org.posewright.training.data.LabelSnapshot;
import org.posewright.training.run.RunFolder;
import org.posewright.training.run.TrainingControl;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Trains a pose model. All arguments of {@link ArgumentCatalog} go by their names; with {@code progress=json} the output is
 * {@link JsonProgress} and words on standard input steer the run (see {@link StandardInputControl}).
 */
@CommandLine.Command(
        name = "train",
        description = "train a YOLO-pose model on a dataset; leaves a run folder",
        modelTransformer = TrainCommand.CatalogOptions.class)
final class TrainCommand implements Callable<Integer> {

    private static final Set<String> CHANGEABLE_ON_RESUME = Set.of(
            "imgsz",
            "batch",
            "device",
            "close_mosaic",
            "workers",
            "cache",
            "patience",
            "time",
            "threads",
            "plots",
            "save_period",
            "export",
            "val",
            "data");

    /** How long a step may take to end when the system wants the process to end. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Map<String, String> given = new LinkedHashMap<>();

    @CommandLine.Spec
    private CommandSpec spec;

    @CommandLine.Option(names = "images", description = "folder of a COCO json's pictures")
    private @Nullable Path images;

    @CommandLine.Option(
            names = "cfg",
            description = "yaml file of arguments, such as args.yaml of a run; those given beside it count more")
    private @Nullable Path cfg;

    @CommandLine.Option(
            names = "progress",
            defaultValue = "bar",
            description = "bar for people, json for programs: one object a line (${DEFAULT-VALUE})")
    private String progress;

    /** Adds an option for each argument of the catalogue. */
    static final class CatalogOptions implements CommandLine.IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec commandSpec) {
            TrainCommand command = (TrainCommand) commandSpec.userObject();
            for (ArgumentSpec argument : ArgumentCatalog.all()) {
                commandSpec.addOption(OptionSpec.builder(argument.name())
                        .type(String.class)
                        .arity("1")
                        .paramLabel("VALUE")
                        .description(argument.meaning() + " (" + argument.defaultText() + ")")
                        .setter(command.setter(argument.name()))
                        .build());
            }
            // Values may be words that are also names: split=val, name=rect.
            commandSpec.parser().unmatchedArgumentsAllowed(true).allowOptionsAsOptionParameters(true);
            commandSpec.usageMessage().customSynopsis("posewright train model=M data=D [NAME=VALUE ...]");
            return commandSpec;
        }
    }

    private CommandLine.Model.ISetter setter(String name) {
        return new CommandLine.Model.ISetter() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T set(T value) {
                if (value != null) {
                    given.put(name, value.toString());
                }
                return (T) given.get(name);
            }
        };
    }

    @Override
    public Integer call() throws Exception {
        try {
            refuseUnknown();
            boolean isJson = isJson();
            PrintWriter out = spec.commandLine().getOut();
            TrainingListener listener =
                    isJson ? new JsonProgress(line -> printLine(out, line)) : new TrainingConsole(out);
            TrainingControl control = isJson ? new StandardInputControl(System.in) : TrainingControl.NONE;
            TrainingReport report = run(listener, control);
            return switch (report.outcome()) {
                case COMPLETED, EARLY_STOPPED, STOPPED -> CommandLineProgram.SUCCESS;
                case CANCELLED, DIVERGED -> throw new CommandFailure(report.sentence());
            };
        } catch (ArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    @SuppressWarnings("try")
    private TrainingReport run(TrainingListener listener, TrainingControl control)
            throws IOException, InterruptedException {
        AtomicBoolean isOver = new AtomicBoolean();
        Runnable end = () -> {
            isOver.set(true);
            listener.note("Ending after this step.");
        };
        try (TerminationSignal signal = TerminationSignal.awaiting(end, GRACE)) {
            PoseTrainer trainer = new PoseTrainer(listener, control, isOver::get);
            return isResume() ? resume(trainer, listener) : train(trainer, listener);
        }
    }

    private static void printLine(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    private boolean isJson() {
        return switch (progress) {
            case "json" -> true;
            case "bar" -> false;
            default -> throw new ArgumentException("progress takes bar or json, not " + progress);
        };
    }

    private void refuseUnknown() {
        for (String word : spec.commandLine().getUnmatchedArguments()) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            ArgumentCatalog.get(name);
            throw new ArgumentException("write " + name + "=VALUE");
        }
    }

    private boolean isResume() {
        String resume = given.getOrDefault("resume", "false");
        return !resume.equalsIgnoreCase("false") && !resume.equalsIgnoreCase("none");
    }

    private TrainingReport train(PoseTrainer trainer, TrainingListener listener)
            throws IOException, InterruptedException {
        Map<String, String> words = new LinkedHashMap<>();
        if (cfg != null) {
            words.putAll(TrainingArguments.texts(Files.readString(cfg)));
        }
        words.putAll(given);
        String data = words.get("data");
        if (data == null || data.equals("none")) {
            throw new ArgumentException("data is missing: write data=FOLDER, data=FILE.yaml or data=COCO.json");
        }
        words.put("data", Path.of(data).toAbsolutePath().normalize().toString());
        TrainingPlan plan = new TrainingPlan(TrainingArguments.of(words));
        String labels = plan.arguments().text("labels");
        return trainer.train(plan, tellingFailures(listener, () -> {
            Dataset dataset = open(plan, !labels.isEmpty());
            return labels.isEmpty()
                    ? dataset
                    : LabelSnapshot.read(Path.of(labels)).applyTo(dataset);
        }));
    }

    private TrainingReport resume(PoseTrainer trainer, TrainingListener listener)
            throws IOException, InterruptedException {
        String run = given.getOrDefault("resume", "true");
        RunFolder folder =
                run.equalsIgnoreCase("true") ? RunFolder.newestBelow(Path.of("")) : RunFolder.existing(Path.of(run));
        Map<String, String> changes = new LinkedHashMap<>(given);
        changes.remove("resume");
        for (String name : changes.keySet()) {
            if (!CHANGEABLE_ON_RESUME.contains(name)) {
                throw new ArgumentException(name + " cannot change when a run is resumed; start a new run for that");
            }
        }
        TrainingPlan plan = PoseTrainer.planOf(folder, changes);
        return trainer.resume(folder, plan, tellingFailures(listener, () -> open(plan, true)));
    }

    /** Reads a dataset. */
    private interface Opening {
        Dataset open() throws IOException;
    }

    /** The trainer tells its own failures; those before it are told here. */
    private static Dataset tellingFailures(TrainingListener listener, Opening opening) throws IOException {
        try {
            return opening.open();
        } catch (RuntimeException | IOException e) {
            listener.failed(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** The splits in use, or all when a label snapshot decides about splits. */
    private Dataset open(TrainingPlan plan, boolean isWhole) throws IOException {
        Path data = Path.of(plan.arguments().text("data"));
        OpenRequest request = OpenRequest.of(data);
        if (images != null) {
            request = request.withImages(images);
        }
        DatasetSource source =
                new DatasetRecognizer(Path.of("")).open(request, ProgressListener.NONE, CancellationToken.NONE);
        String training = plan.arguments().text("train_split");
        String validation = plan.arguments().text("split");
        List<ImageEntry> wanted = new ArrayList<>(isWhole ? source.entries() : source.entries(training));
        if (!isWhole && !validation.equals(training)) {
            wanted.addAll(source.entries(validation));
        }
        return source.loadAll(wanted, ProgressListener.NONE, CancellationToken.NONE)
                .dataset();
    }
}
