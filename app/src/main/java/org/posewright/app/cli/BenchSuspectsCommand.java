package org.posewright.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.evaluation.suspect.LabelSuspect;
import org.posewright.annotations.evaluation.suspect.LabelSuspects;
import org.posewright.annotations.evaluation.suspect.LimbStatistics;
import org.posewright.annotations.evaluation.suspect.SuspectRule;
import org.posewright.annotations.evaluation.suspect.UsualAgreement;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.inference.ResultsByPicture;
import org.posewright.app.sample.ImperfectModel;
import org.posewright.app.sample.PlantedMistake;
import org.posewright.app.sample.PlantedPictures;
import org.posewright.app.sample.PlantedSearch;
import picocli.CommandLine;

/**
 * {@code bench suspects}: how many planted mistakes the work queue's label suspects hold, and how many of its alarms are false. The
 * list is the one that the window shows.
 */
@CommandLine.Command(
        name = "suspects",
        description = "planted mistakes that the work queue finds, and its false alarms")
final class BenchSuspectsCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private DataArguments data;

    @CommandLine.Option(
            names = "planted",
            description = "list of what was planted: planted-mistakes.json of posewright sample")
    private @Nullable Path planted;

    @CommandLine.Option(
            names = "plant",
            defaultValue = "0",
            description = "mistakes to plant in memory, for datasets without any (${DEFAULT-VALUE})")
    private int plant;

    @CommandLine.Option(names = "split", defaultValue = "train", description = "split (${DEFAULT-VALUE})")
    private String split;

    @CommandLine.Option(
            names = "results",
            description = "predictions as COCO results, from val save_json=; default: labels alone, or truth=")
    private @Nullable Path results;

    @CommandLine.Option(
            names = "truth",
            description = "the same dataset without mistakes, to simulate an imperfect model from")
    private @Nullable Path truth;

    @CommandLine.Option(names = "seed", defaultValue = "0", description = "of the simulation (${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws IOException {
        DatasetSource source = data.open(ProgressListener.NONE);
        List<ImageRecord> asFiled = images(source);
        Skeleton skeleton = source.description().skeleton();
        Predictions predictions = predictions(skeleton);
        PlantedPictures made = PlantedPictures.of(asFiled, plant, seed);
        List<ImageRecord> images = made.images();
        Map<ImageKey, List<PosePrediction>> said = new HashMap<>();
        for (ImageRecord image : images) {
            predictions.of(image).ifPresent(found -> said.put(image.key(), found));
        }
        double usual = UsualAgreement.oks(
                images, image -> said.getOrDefault(image.key(), List.of()), skeleton, SuspectRule.DEFAULT);
        LabelSuspects finder = new LabelSuspects(
                skeleton, LimbStatistics.of(images, skeleton), SuspectRule.DEFAULT.withUsualOks(usual));
        List<LabelSuspect> suspects = new ArrayList<>();
        for (ImageRecord image : images) {
            suspects.addAll(Optional.ofNullable(said.get(image.key()))
                    .map(found -> finder.examine(image, found))
                    .orElseGet(() -> finder.inspect(image)));
        }
        PlantedSearch search =
                planted == null ? new PlantedSearch(made.mistakes(), skeleton) : PlantedSearch.read(planted, skeleton);
        print(search.in(suspects, images), images);
        return CommandLineProgram.SUCCESS;
    }

    private List<ImageRecord> images(DatasetSource source) throws IOException {
        return source.loadAll(DataArguments.entries(source, split), ProgressListener.NONE, CancellationToken.NONE)
                .dataset()
                .images();
    }

    /** What a model says about a picture; empty where none was asked. */
    @FunctionalInterface
    private interface Predictions {
        Optional<List<PosePrediction>> of(ImageRecord image) throws IOException;
    }

    private Predictions predictions(Skeleton skeleton) throws IOException {
        if (results != null) {
            ResultsByPicture read = ResultsByPicture.read(results, 0);
            return image -> Optional.of(read.of(image, skeleton.size()));
        }
        if (truth == null) {
            return image -> Optional.empty();
        }
        OpenRequest request = new OpenRequest(truth, Optional.empty(), Optional.empty(), Optional.empty());
        DatasetSource exact = new DatasetRecognizer().open(request, ProgressListener.NONE, CancellationToken.NONE);
        ImperfectModel model = ImperfectModel.moderate(seed);
        Map<String, List<PosePrediction>> byName = new HashMap<>();
        for (ImageRecord image : images(exact)) {
            byName.put(image.key().fileName(), model.predict(image, skeleton));
        }
        return image -> Optional.ofNullable(byName.get(image.key().fileName()));
    }

    private void print(PlantedSearch.Outcome outcome, List<ImageRecord> images) {
        PrintWriter out = spec.commandLine().getOut();
        for (PlantedMistake mistake : outcome.overlooked()) {
            out.println("overlooked: " + mistake.kind().name().toLowerCase(Locale.ROOT) + ", " + mistake.image()
                    + " row " + mistake.row() + ", " + mistake.detail());
        }
        for (LabelSuspect alarm : outcome.falseAlarms()) {
            out.println("false alarm: " + alarm.kind().name().toLowerCase(Locale.ROOT) + ", "
                    + alarm.image().fileName()
                    + (alarm.person().isPresent() ? " row " + alarm.person().getAsLong() : "")
                    + " " + alarm.keypoints()
                    + String.format(Locale.ROOT, ", strength %.2f", alarm.strength()));
        }
        for (PlantedMistake.Kind kind : PlantedMistake.Kind.values()) {
            long found = outcome.found().stream().filter(m -> m.kind() == kind).count();
            long missed =
                    outcome.overlooked().stream().filter(m -> m.kind() == kind).count();
            out.println(String.format(
                    Locale.ROOT,
                    "%-16s %3d of %3d found",
                    kind.name().toLowerCase(Locale.ROOT),
                    found,
                    found + missed));
        }
        long people = images.stream().mapToLong(image -> image.people().size()).sum();
        out.println(String.format(
                Locale.ROOT,
                "%d of %d planted mistakes found (%.1f %%); %d of %d alarms are false (%.1f %%); %d pictures, %d people",
                outcome.found().size(),
                outcome.found().size() + outcome.overlooked().size(),
                100 * outcome.foundShare(),
                outcome.falseAlarms().size(),
                outcome.alarms(),
                100 * outcome.falseShare(),
                images.size(),
                people));
    }
}
