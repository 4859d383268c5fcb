package org.posewright.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.posewright.annotations.convert.CocoExport;
import org.posewright.annotations.convert.CsvExport;
import org.posewright.annotations.convert.ExportOptions;
import org.posewright.annotations.convert.ExportReport;
import org.posewright.annotations.convert.PictureTransfer;
import org.posewright.annotations.convert.YoloExport;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.source.DatasetRecognizer;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.source.OpenRequest;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.work.CancellationToken;
import picocli.CommandLine;

/** {@code convert}: writes a dataset in another format, into a new folder. */
@CommandLine.Command(name = "convert", description = "write a dataset as YOLO, COCO or a table, into a new folder")
final class ConvertCommand implements Callable<Integer> {

    private static final int MOST_FINDINGS = 20;

    /** What can be written. */
    enum Format {
        YOLO,
        COCO,
        CSV
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(names = "data", required = true, description = "dataset folder, yaml or COCO json")
    private Path data;

    @CommandLine.Option(names = "to", required = true, description = "yolo, coco or csv")
    private Format to;

    @CommandLine.Option(names = "out", required = true, description = "new folder; for csv a new file")
    private Path out;

    @CommandLine.Option(
            names = "split",
            split = ",",
            description = "only these splits, with commas between; default: all")
    private String @Nullable [] splits;

    @CommandLine.Option(
            names = "images",
            defaultValue = "copy",
            description = "pictures: copy, link (hard link), reference (symbolic link) or none (${DEFAULT-VALUE});"
                    + " or the folder that holds a COCO json's pictures")
    private String images;

    @CommandLine.Option(
            names = "people",
            defaultValue = "all",
            description = "yolo: all, or keypoints for those with a labelled point only, as published COCO-Pose labels"
                    + " (${DEFAULT-VALUE})")
    private String people;

    @CommandLine.Option(
            names = "digits",
            defaultValue = "6",
            description = "yolo: 6 as Ultralytics writes, or all for exact pixel values (${DEFAULT-VALUE})")
    private String digits;

    @CommandLine.Option(
            names = {"overwrite", "exist_ok"},
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "whether files in the output folder may be replaced (${DEFAULT-VALUE})")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        ExportOptions options = options();
        PrintWriter console = spec.commandLine().getOut();
        OpenRequest request = new OpenRequest(data, Optional.empty(), pictureFolder(), Optional.empty());
        DatasetSource source = new DatasetRecognizer(Path.of(""))
                .open(request, new ProgressPrinter(console, "opened"), CancellationToken.NONE);
        console.println(source.description().sentence());
        DatasetSource.LoadedDataset loaded =
                source.loadAll(entries(source), new ProgressPrinter(console, "read"), CancellationToken.NONE);
        complain(source.description().findings());
        complain(loaded.findings());
        ExportReport report = export(loaded.dataset(), options, new ProgressPrinter(console, "written"));
        complain(report.findings());
        console.println(sentence(report));
        return CommandLineProgram.SUCCESS;
    }

    private ExportReport export(Dataset dataset, ExportOptions options, ProgressPrinter progress) throws IOException {
        AtomicFiles files = new AtomicFiles();
        return switch (to) {
            case YOLO -> new YoloExport(files).export(dataset, out, options, progress, CancellationToken.NONE);
            case COCO -> new CocoExport(files).export(dataset, out, options, progress, CancellationToken.NONE);
            case CSV -> new CsvExport(files).export(dataset, out, overwrite, CancellationToken.NONE);
        };
    }

    private List<ImageEntry> entries(DatasetSource source) {
        if (splits == null) {
            return source.entries();
        }
        List<String> wanted = List.of(splits);
        List<ImageEntry> entries = source.entries().stream()
                .filter(entry -> wanted.contains(entry.split()))
                .toList();
        if (entries.isEmpty()) {
            String known = String.join(
                    ", ",
                    source.description().splits().stream()
                            .map(split -> split.split())
                            .toList());
            throw new CommandFailure("split=" + String.join(",", wanted) + " names no pictures of " + data
                    + "; its splits are " + known);
        }
        return entries;
    }

    private ExportOptions options() {
        ExportOptions.People who =
                switch (people.toLowerCase(Locale.ROOT)) {
                    case "all" -> ExportOptions.People.ALL;
                    case "keypoints" -> ExportOptions.People.WITH_KEYPOINTS;
                    default -> throw wrong("people=" + people + " is neither all nor keypoints");
                };
        ExportOptions.Digits precision =
                switch (digits.toLowerCase(Locale.ROOT)) {
                    case "6" -> ExportOptions.Digits.SIX;
                    case "all" -> ExportOptions.Digits.ALL;
                    default -> throw wrong("digits=" + digits + " is neither 6 nor all");
                };
        return new ExportOptions(transfer().orElse(PictureTransfer.COPY), who, precision, overwrite);
    }

    private Optional<PictureTransfer> transfer() {
        return switch (images.toLowerCase(Locale.ROOT)) {
            case "copy" -> Optional.of(PictureTransfer.COPY);
            case "link" -> Optional.of(PictureTransfer.HARD_LINK);
            case "reference" -> Optional.of(PictureTransfer.REFERENCE);
            case "none" -> Optional.of(PictureTransfer.NONE);
            default -> Optional.empty();
        };
    }

    /** Anything that is no word for a transfer is the folder of the pictures. */
    private Optional<Path> pictureFolder() {
        return transfer().isPresent() ? Optional.empty() : Optional.of(Path.of(images));
    }

    private CommandLine.ParameterException wrong(String sentence) {
        return new CommandLine.ParameterException(spec.commandLine(), sentence);
    }

    private void complain(List<Finding> findings) {
        PrintWriter err = spec.commandLine().getErr();
        findings.stream()
                .limit(MOST_FINDINGS)
                .forEach(finding ->
                        err.println("posewright: " + place(finding) + finding.message() + "; " + finding.remedy()));
        if (findings.size() > MOST_FINDINGS) {
            err.println("posewright: and " + (findings.size() - MOST_FINDINGS)
                    + " more; 'posewright check' lists all problems of a dataset");
        }
    }

    private static String place(Finding finding) {
        String line = finding.line().isPresent() ? ":" + finding.line().getAsLong() : "";
        return finding.file() + line + ": ";
    }

    private static String sentence(ExportReport report) {
        ExportReport.LeftOut leftOut = report.leftOut();
        String rest = leftOut.total() == 0
                ? ""
                : "; left out: " + leftOut.crowds() + " crowds, " + leftOut.withoutKeypoints() + " without keypoints, "
                        + leftOut.emptyBoxes() + " empty boxes, " + leftOut.duplicates() + " duplicates";
        return report.images() + " images, " + report.people() + " people written to " + report.main() + rest;
    }
}
