package org.posewright.annotations.coco;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.posewright.annotations.model.Box;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;
import org.posewright.annotations.storage.AtomicFiles;
import org.posewright.annotations.storage.NumberText;

/** Writes COCO results files, one detection a line; the third number of a keypoint is its confidence. */
public final class ResultsWriter {

    private final AtomicFiles files;

    public ResultsWriter(AtomicFiles files) {
        this.files = files;
    }

    /**
     * Creates or replaces a results file.
     *
     * @param images in the order that the file is to have; detections of equal score keep theirs
     */
    public void write(Path target, Iterable<ImageDetections> images, ResultsFormat format) throws IOException {
        files.write(target, out -> write(out, images, format));
    }

    /** Writes to a stream that stays open. */
    public void write(OutputStream out, Iterable<ImageDetections> images, ResultsFormat format) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        String separator = "[";
        for (ImageDetections image : images) {
            for (PosePrediction prediction : image.best(format.detectionsPerImage())) {
                text.write(separator);
                text.write(detection(image, prediction, format));
                separator = ",\n";
            }
        }
        text.write(separator.equals("[") ? "[]\n" : "]\n");
        text.flush();
    }

    private static String detection(ImageDetections image, PosePrediction prediction, ResultsFormat format) {
        StringBuilder text = new StringBuilder(1024);
        text.append("{\"image_id\":")
                .append(
                        image.imageId().isPresent()
                                ? Long.toString(image.imageId().getAsLong())
                                : JsonStrings.quote(image.name()));
        text.append(",\"category_id\":").append(format.categoryId(prediction.categoryIndex()));
        if (format.withBox()) {
            Box box = prediction.box();
            text.append(",\"bbox\":[").append(number(box.x(), format.decimals()));
            text.append(',').append(number(box.y(), format.decimals()));
            text.append(',').append(number(box.width(), format.decimals()));
            text.append(',').append(number(box.height(), format.decimals())).append(']');
        }
        text.append(",\"keypoints\":[");
        String separator = "";
        for (ScoredKeypoint point : prediction.keypoints()) {
            text.append(separator).append(number(point.x(), format.decimals()));
            text.append(',').append(number(point.y(), format.decimals()));
            text.append(',').append(number(point.confidence(), format.decimals()));
            separator = ",";
        }
        return text.append("],\"score\":")
                .append(number(prediction.score(), format.scoreDecimals()))
                .append('}')
                .toString();
    }

    private static String number(double value, int decimals) {
        if (decimals < 0) {
            return NumberText.shortest(value);
        }
        double rounded =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
        return NumberText.shortest(rounded);
    }
}
