package org.posewright.annotations.convert;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.posewright.annotations.convert.ExportReport.LeftOut;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.work.CancellationToken;
import org.posewright.annotations.work.ProgressListener;

/**
 * Writes a dataset as COCO keypoints: {@code annotations/person_keypoints_SPLIT.json} for each split and {@code images/SPLIT/}.
 * Numbers are the shortest texts of the pixel values, so that an export back to YOLO gives the same rows. Everybody is written,
 * crowds included; COCO's ids are kept where the dataset has them and they are unique.
 */
public final class CocoExport {

    private final AtomicFiles files;

    public CocoExport(AtomicFiles files) {
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
        OutputNames names = new OutputNames();
        int done = 0;
        for (ImageRecord image : dataset.images()) {
            token.throwIfCancelled();
            Path images = output.folder("images/" + OutputNames.safe(image.split()));
            String name = names.of(image);
            output.tellName(image, name);
            output.picture(image, images.resolve(name));
            progress.progress(++done, dataset.images().size(), "writing pictures");
        }
        Path annotations = output.folder("annotations");
        int people = 0;
        for (String split : dataset.splits()) {
            List<ImageRecord> images = dataset.images(split);
            Path file = annotations.resolve("person_keypoints_" + OutputNames.safe(split) + ".json");
            AtomicFiles.Content content = out -> {
                Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                new CocoDocument(dataset, images, names, token).writeTo(text);
                text.flush();
            };
            if (options.overwrite()) {
                files.write(file, content);
            } else {
                files.create(file, content);
            }
            people += images.stream().mapToInt(image -> image.people().size()).sum();
        }
        return new ExportReport(output.root(), dataset.images().size(), people, LeftOut.NOBODY, output.findings());
    }
}
