package org.posewright.annotations.convert;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.posewright.annotations.convert.ExportReport.LeftOut;
import org.posewright.annotations.model.Dataset;
import org.posewright.annotations.model.ImageRecord;
import org.posewright.annotations.model.PersonInstance;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.storage.NumberText;
import org.posewright.annotations.work.CancellationToken;

/** Writes labels as a table: one row for each keypoint of each person, coordinates in pixels. RFC 4180, UTF-8. */
public final class CsvExport {

    private static final String HEADER = "split,image,image_width,image_height,person,category,crowd,"
            + "box_x,box_y,box_width,box_height,area,keypoint,keypoint_name,x,y,visibility,origin\r\n";

    private final AtomicFiles files;

    public CsvExport(AtomicFiles files) {
        this.files = files;
    }

    /**
     * @throws org.posewright.annotations.storage.StorageException if the file exists and may not be replaced, or cannot be written
     */
    public ExportReport export(Dataset dataset, Path file, boolean overwrite, CancellationToken token)
            throws IOException {
        AtomicFiles.Content content = out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write(HEADER);
            for (ImageRecord image : dataset.images()) {
                token.throwIfCancelled();
                for (PersonInstance person : image.people()) {
                    write(text, dataset, image, person);
                }
            }
            text.flush();
        };
        if (overwrite) {
            files.write(file, content);
        } else {
            files.create(file, content);
        }
        int people = dataset.images().stream()
                .mapToInt(image -> image.people().size())
                .sum();
        return new ExportReport(file, dataset.images().size(), people, LeftOut.NOBODY, java.util.List.of());
    }

    private static void write(Writer out, Dataset dataset, ImageRecord image, PersonInstance person)
            throws IOException {
        String category = person.categoryIndex() < dataset.categoryNames().size()
                ? dataset.categoryNames().get(person.categoryIndex())
                : Integer.toString(person.categoryIndex());
        String area = person.segmentationArea().isPresent()
                ? NumberText.shortest(person.segmentationArea().getAsDouble())
                : "";
        String start = String.join(
                ",",
                cell(image.split()),
                cell(image.key().path()),
                Integer.toString(image.size().width()),
                Integer.toString(image.size().height()),
                Long.toString(person.id()),
                cell(category),
                person.crowd() ? "1" : "0",
                NumberText.shortest(person.box().x()),
                NumberText.shortest(person.box().y()),
                NumberText.shortest(person.box().width()),
                NumberText.shortest(person.box().height()),
                area);
        for (int k = 0; k < person.keypoints().size(); k++) {
            out.write(String.join(
                    ",",
                    start,
                    Integer.toString(k),
                    cell(dataset.skeleton().keypointNames().get(k)),
                    NumberText.shortest(person.keypoints().x(k)),
                    NumberText.shortest(person.keypoints().y(k)),
                    Integer.toString(person.keypoints().visibility(k).flag()),
                    person.keypoints().provenance(k).name().toLowerCase(java.util.Locale.ROOT)));
            out.write("\r\n");
        }
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
