package org.posewright.app.inference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.posewright.annotations.model.ImageSize;
import org.posewright.annotations.model.PosePrediction;
import org.posewright.annotations.model.ScoredKeypoint;

/**
 * Writes predictions as a JSON array, picture by picture: {@code {"file", "width", "height", "predictions": [{"box": [left, top,
 * right, bottom], "score", "keypoints": [[x, y, confidence], ...]}]}} in pixels of the upright picture, full precision.
 */
public final class PredictionJson implements AutoCloseable {

    private final JsonGenerator json;

    public PredictionJson(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        OutputStream out = Files.newOutputStream(file);
        json = new JsonFactory().createGenerator(out);
        json.writeStartArray();
    }

    /** Adds a picture. */
    public void picture(Path file, ImageSize size, List<PosePrediction> predictions) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.toString());
        json.writeNumberField("width", size.width());
        json.writeNumberField("height", size.height());
        json.writeArrayFieldStart("predictions");
        for (PosePrediction prediction : predictions) {
            write(prediction);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(PosePrediction prediction) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("box");
        json.writeNumber(prediction.box().x());
        json.writeNumber(prediction.box().y());
        json.writeNumber(prediction.box().right());
        json.writeNumber(prediction.box().bottom());
        json.writeEndArray();
        json.writeNumberField("score", prediction.score());
        json.writeArrayFieldStart("keypoints");
        for (ScoredKeypoint point : prediction.keypoints()) {
            json.writeStartArray();
            json.writeNumber(point.x());
            json.writeNumber(point.y());
            json.writeNumber(point.confidence());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.close();
    }
}
