package org.posewright.app.viewmodel.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.posewright.annotations.coco.ImageDetections;
import org.posewright.annotations.coco.ResultsFormat;
import org.posewright.annotations.coco.ResultsWriter;
import org.posewright.annotations.convert.CocoExport;
import org.posewright.annotations.convert.CsvExport;
import org.posewright.annotations.convert.ExportReport;
import org.posewright.annotations.convert.OutputFolder;
import org.posewright.annotations.convert.YoloExport;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.Finding;
import org.posewright.annotations.model.ImageKey;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.Sentence;
import org.posewright.annotations.source.DatasetSource;
import org.posewright.annotations.source.ImageEntry;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.storage.StorageException;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;
import org.posewright.app.inference.SkeletonPictures;
import org.posewright.app.task.Job;
import org.posewright.app.viewmodel.model.SplitRun;
import org.posewright.runtime.image.ImageReadException;

/**
 * Writes an export from a frozen state of the labels, unsaved edits included; labels nobody has looked at yet are read from their
 * files.
 *
 * @param labels as they were when the job was made
 * @param entries pictures to write, in order
 * @param model what predicts, for results
 */
record ExportJob(
        ExportChoice choice, DatasetSource source, Dataset labels, List<ImageEntry> entries, Optional<SplitRun> model)
        implements Job<ExportReport> {

    @Override
    public ExportReport run(ProgressListener progress, CancellationToken token) throws IOException {
        AtomicFiles files = new AtomicFiles();
        Dataset dataset =
                new Dataset(labels.name(), labels.root(), labels.skeleton(), labels.categoryNames(), records(token));
        return switch (choice.format()) {
            case YOLO -> new YoloExport(files).export(dataset, choice.folder(), choice.options(), progress, token);
            case COCO -> new CocoExport(files).export(dataset, choice.folder(), choice.options(), progress, token);
            case CSV -> new CsvExport(files).export(dataset, target(dataset, "-labels.csv"), choice.overwrite(), token);
            case RESULTS -> results(dataset, files, progress, token);
            case SKELETONS -> skeletons(dataset, progress, token);
        };
    }

    private List<ImageRecord> records(CancellationToken token) throws IOException {
        Map<ImageKey, ImageRecord> known = new HashMap<>();
        labels.images().forEach(image -> known.put(image.key(), image));
        List<ImageRecord> records = new ArrayList<>(entries.size());
        for (ImageEntry entry : entries) {
            token.throwIfCancelled();
            ImageRecord record = known.get(entry.key());
            records.add(record == null ? source.load(entry).image() : record);
        }
        return records;
    }

    private ExportReport results(Dataset dataset, AtomicFiles files, ProgressListener progress, CancellationToken token)
            throws IOException {
        Path file = target(dataset, "-results.json");
        Map<ImageKey, List<PosePrediction>> predicted =
                model.orElseThrow().predict(source.description(), entries, progress, token);
        List<ImageDetections> detections = dataset.images().stream()
                .map(image -> ImageDetections.of(image, predicted.getOrDefault(image.key(), List.of())))
                .toList();
        if (choice.overwrite()) {
            new ResultsWriter(files).write(file, detections, ResultsFormat.EXACT);
        } else {
            files.create(file, out -> new ResultsWriter(files).write(out, detections, ResultsFormat.EXACT));
        }
        int people = predicted.values().stream().mapToInt(List::size).sum();
        return new ExportReport(file, entries.size(), people, ExportReport.LeftOut.NOBODY, List.of());
    }

    private ExportReport skeletons(Dataset dataset, ProgressListener progress, CancellationToken token)
            throws IOException {
        Path folder = OutputFolder.prepare(choice.folder(), choice.overwrite());
        SkeletonPictures pictures = new SkeletonPictures(dataset.skeleton(), folder);
        List<Finding> findings = new ArrayList<>();
        int people = 0;
        int drawn = 0;
        int seen = 0;
        for (ImageRecord image : dataset.images()) {
            token.throwIfCancelled();
            try {
                pictures.draw(image, List.of());
                people += image.people().size();
                drawn++;
            } catch (ImageReadException unreadable) {
                findings.add(Finding.ofFile(
                                Finding.Severity.WARNING,
                                "export.picture-unreadable",
                                unreadable.file(),
                                unreadable.sentence(),
                                Sentence.of("export.picture-unreadable.remedy", "the picture is left out"))
                        .atImage(image.key()));
            }
            progress.progress(++seen, dataset.images().size(), image.key().fileName());
        }
        return new ExportReport(folder, drawn, people, ExportReport.LeftOut.NOBODY, findings);
    }

    private Path target(Dataset dataset, String ending) throws IOException {
        Files.createDirectories(choice.folder());
        String name = dataset.name().isBlank() ? "dataset" : dataset.name().replaceAll("[^\\p{L}\\p{N}._-]", "_");
        Path file = choice.folder().resolve(name + ending);
        if (!choice.overwrite() && Files.exists(file)) {
            throw new StorageException(file + " exists already; choose another folder or allow replacing files.");
        }
        return file;
    }
}
