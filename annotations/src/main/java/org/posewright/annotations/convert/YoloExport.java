package org.posewright.annotations.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.posewright.annotations.convert.ExportReport.LeftOut;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * Writes a dataset for Ultralytics' tools: {@code images/SPLIT/}, {@code labels/SPLIT/}, one list for each split, and a yaml. The
 * label files are those of Ultralytics' converter byte for byte (a picture without any annotation gets no file). The yaml comes last,
 * so an export that was interrupted has none.
 */
public final class YoloExport {

    private final AtomicFiles files;

    public YoloExport(AtomicFiles files) {
        this.files = files;
    }

    /**
     * Exports all images of a snapshot; a subset is a snapshot with fewer images.
     *
     * @throws ExportException if {@code folder} is not empty and nobody allowed to overwrite
     * @throws java.util.concurrent.CancellationException if the token says so; what was written stays
     */
    public ExportReport export(
            Dataset dataset, Path folder, ExportOptions options, ProgressListener progress, CancellationToken token)
            throws IOException {
        OutputFolder output = new OutputFolder(folder, options);
        YoloRows rows = new YoloRows(options, dataset.skeleton().valuesPerKeypoint());
        OutputNames names = new OutputNames();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Tally tally = new Tally();
        int done = 0;
        for (ImageRecord image : dataset.images()) {
            token.throwIfCancelled();
            YoloRows.Rows content = rows.of(image);
            if (rows.lists(content)) {
                String name = names.of(image);
                writeImage(output, image, name, content);
                String split = OutputNames.safe(image.split());
                lists.computeIfAbsent(split, key -> new ArrayList<>()).add("./images/" + split + "/" + name);
                tally.images++;
            }
            tally.people += content.people();
            tally.leftOut = tally.leftOut.plus(content.leftOut());
            progress.progress(++done, dataset.images().size(), "writing labels");
        }
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            output.text(output.root().resolve(list.getKey() + ".txt"), String.join("\n", list.getValue()) + "\n");
        }
        Path yaml = writeYaml(dataset, output, List.copyOf(lists.keySet()), options);
        return new ExportReport(yaml, tally.images, tally.people, tally.leftOut, output.findings());
    }

    private static final class Tally {
        private int images;
        private int people;
        private LeftOut leftOut = LeftOut.NOBODY;
    }

    private static void writeImage(OutputFolder output, ImageRecord image, String name, YoloRows.Rows rows)
            throws IOException {
        output.tellName(image, name);
        output.picture(
                image,
                output.folder("images/" + OutputNames.safe(image.split())).resolve(name));
        Path labels = output.folder("labels/" + OutputNames.safe(image.split()));
        if (!image.people().isEmpty()) {
            output.text(labels.resolve(OutputNames.stem(name) + ".txt"), rows.text());
        }
    }

    private Path writeYaml(Dataset dataset, OutputFolder output, List<String> splits, ExportOptions options)
            throws IOException {
        String name = Optional.ofNullable(output.root().getFileName())
                .map(Objects::toString)
                .orElse("data");
        Path yaml = output.root().resolve(name + ".yaml");
        String text = DatasetYamlText.of(dataset, YoloRows.splitsInOrder(splits));
        if (options.overwrite()) {
            files.writeText(yaml, text);
        } else {
            files.create(yaml, out -> out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return yaml;
    }
}
