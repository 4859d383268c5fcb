package org.posewright.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.coco.CocoFile;
import org.posewright.annotations.coco.CocoImage;
import org.posewright.annotations.evaluation.Evaluation;
import org.posewright.annotations.evaluation.diagnosis.KeypointError;
import org.posewright.annotations.evaluation.diagnosis.RepairStep;
import org.posewright.annotations.evaluation.report.CocoLines;
import org.posewright.annotations.evaluation.report.EvaluationReport;
import org.posewright.annotations.evaluation.report.ReportJson;
import org.posewright.annotations.evaluation.suspect.VerdictBook;
import org.posewright.annotations.evaluation.ultralytics.ImageSizes;
import org.posewright.annotations.evaluation.ultralytics.LabelPolicy;
import org.posewright.annotations.evaluation.ultralytics.UltralyticsSummary;
import org.posewright.annotations.model.Skeleton;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.report.CasePictures;
import org.posewright.app.report.HtmlReport;
import org.posewright.app.report.ReportPicture;
import org.posewright.app.report.ReportTables;
import picocli.CommandLine;

/** {@code eval}: COCO's ten keypoint numbers of a results file, as pycocotools gives them, and where the loss comes from. */
@CommandLine.Command(
        name = "eval",
        description =
                "evaluate a COCO results file: the ten numbers of pycocotools, and with details=true where the loss"
                        + " comes from")
final class EvalCommand implements Callable<Integer> {

    private static final int REPORT_PICTURES = 12;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(names = "gt", required = true, description = "COCO keypoints annotation file")
    private Path groundTruth;

    @CommandLine.Option(names = "results", required = true, description = "COCO results file")
    private Path results;

    @CommandLine.Option(names = "json", description = "file to write all figures to, in full precision")
    private @Nullable Path json;

    @CommandLine.Option(names = "report", description = "file to write a self-contained HTML page to")
    private @Nullable Path page;

    @CommandLine.Option(
            names = "csv",
            description = "file to write the table of keypoints to; tables of cases and groups go beside it")
    private @Nullable Path tables;

    @CommandLine.Option(
            names = "images",
            description = "folder of the pictures; with report= the worst cases are drawn into the page")
    private @Nullable Path images;

    @CommandLine.Option(
            names = {"imgIds", "imgids"},
            split = ",",
            description = "evaluate only these images: ids with commas between")
    private long @Nullable [] imageIds;

    @CommandLine.Option(
            names = {"kpt_oks_sigmas", "sigmas"},
            split = ",",
            description =
                    "sigma of each keypoint, with commas between; default: COCO's for its 17 points, otherwise 1/K for K points")
    private double @Nullable [] sigmas;

    @CommandLine.Option(
            names = "details",
            description =
                    "error classes, AP if repaired, per keypoint, Ultralytics' own mAP; default: only with json=, csv= or report=")
    private @Nullable Boolean details;

    @Override
    public Integer call() throws IOException {
        OutputFile.prepare("json", json);
        OutputFile.prepare("csv", tables);
        OutputFile.prepare("report", page);
        EvaluationFiles files = EvaluationFiles.read(groundTruth, results);
        CocoFile file = files.labels();
        Skeleton skeleton = skeleton(files);
        Evaluation evaluation =
                files.evaluate(imageIds == null ? files.all() : files.all().restrictedTo(imageIds), skeleton);
        PrintWriter out = spec.commandLine().getOut();
        CocoLines.of(evaluation.summary()).forEach(out::println);
        boolean needed = tables != null || page != null;
        boolean wanted = needed || (details == null ? json != null : details);
        Optional<EvaluationReport> report = wanted ? Optional.of(report(file, evaluation, skeleton)) : Optional.empty();
        report.ifPresent(r -> print(r, out));
        if (json != null) {
            try (Writer writer = Files.newBufferedWriter(json)) {
                ReportJson.write(evaluation, report, writer);
            }
        }
        if (tables != null) {
            new ReportTables(new AtomicFiles()).write(report.orElseThrow(), VerdictBook.EMPTY, tables);
        }
        if (page != null) {
            String title = results.getFileName() + " on " + groundTruth.getFileName();
            Files.writeString(
                    page,
                    new HtmlReport(report.orElseThrow(), title, pictures(report.orElseThrow(), file), VerdictBook.EMPTY)
                            .html());
        }
        return CommandLineProgram.SUCCESS;
    }

    private Skeleton skeleton(EvaluationFiles files) {
        Skeleton own = files.skeleton();
        if (sigmas == null) {
            return own;
        }
        List<Double> given = DoubleStream.of(sigmas).boxed().toList();
        if (given.size() != own.size() || !given.stream().allMatch(sigma -> sigma > 0)) {
            throw new CommandFailure("kpt_oks_sigmas= has " + given.size() + " numbers but the labels have "
                    + own.size() + " keypoints; give one positive number for each");
        }
        return own.withSigmas(given, "given with the command");
    }

    /** The worst cases drawn, when the pictures are there. */
    private List<ReportPicture> pictures(EvaluationReport report, CocoFile file) throws IOException {
        Path folder = images;
        if (folder == null) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("images=" + folder + " is not a folder; name the one that holds the pictures");
        }
        var axes = report.evaluation().input().axes();
        return new CasePictures(report, index -> file.image(axes.imageId(index))
                        .map(image -> folder.resolve(image.fileName()))
                        .filter(Files::isRegularFile))
                .worst(REPORT_PICTURES, ProgressListener.NONE, CancellationToken.NONE);
    }

    private static EvaluationReport report(CocoFile file, Evaluation evaluation, Skeleton skeleton) {
        ImageSizes sizes =
                index -> file.image(evaluation.input().axes().imageId(index)).flatMap(CocoImage::size);
        return EvaluationReport.of(
                evaluation, skeleton, sizes, LabelPolicy.WITH_KEYPOINTS, ProgressListener.NONE, CancellationToken.NONE);
    }

    private static void print(EvaluationReport report, PrintWriter out) {
        UltralyticsSummary theirs = report.ultralytics();
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "Ultralytics' own metric (8.3 rule, people with keypoints as labels): pose mAP50 %.3f, mAP50-95 %.3f; box mAP50 %.3f, mAP50-95 %.3f",
                theirs.pose().map50(),
                theirs.pose().map(),
                theirs.box().map50(),
                theirs.box().map()));
        out.println(String.format(
                Locale.ROOT,
                "matched people %d, missed %d, extra detections %d, scoring errors %d",
                report.diagnosis().matchedPeople(),
                report.diagnosis().falseNegatives().size(),
                report.diagnosis().falsePositives().size(),
                report.diagnosis().scoringCases().size()));
        for (KeypointError error : KeypointError.values()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-10s %7d keypoints  %5.1f %%",
                    error.name().toLowerCase(Locale.ROOT),
                    report.diagnosis().counts().of(error),
                    100 * report.diagnosis().counts().share(error)));
        }
        BackgroundLines.of(report.background()).forEach(out::println);
        for (RepairStep step : List.of(RepairStep.values())) {
            out.println(String.format(
                    Locale.ROOT,
                    "AP if repaired: %-26s %+.3f alone, AP %.3f with all before",
                    step.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    report.gains().gainAlone(step),
                    report.gains().apProgressive().getOrDefault(step, Double.NaN)));
        }
    }
}
